package org.trustflex.provisioning.certificates;

import java.security.SecureRandom;
import java.util.Optional;

import org.trustflex.certificates.CertificateRequest;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.authority.ExistingCertificates;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * The project's root and signer. What exists and fits is used; what is missing is made; what does not fit is kept aside. The
 * root's private key is needed only to sign something new, so that a project can do without it.
 */
final class Authorities {

    private final CertificateFiles files;
    private final ChainProfile profile;
    private final ChainIssuer issuer;
    private final ExistingCertificates existing;
    private final SecureRandom random;
    private final Steps steps;

    Authorities(CertificateFiles files, ChainProfile profile, ChainIssuer issuer, SecureRandom random, Steps steps) {
        this.files = files;
        this.profile = profile;
        this.issuer = issuer;
        this.existing = new ExistingCertificates(profile);
        this.random = random;
        this.steps = steps;
    }

    /**
     * What signs device certificates.
     *
     * @param root      the root's certificate
     * @param signer    the signer's certificate
     * @param signerKey the signer's key
     */
    record Signer(P256Certificate root, P256Certificate signer, P256KeyPair signerKey) {
    }

    Signer prepare() throws ProvisioningException, RejectedValue {
        P256Certificate root = root();
        P256KeyPair signerKey = files.keyPair(CertificateFiles.signerKey(profile.signerId()), random);
        CertificateRequest request = request(signerKey);
        P256Certificate signer = signer(request, root);
        files.write(CertificateFiles.ROOT_PUBLIC_KEY, new P256PublicKey(root.publicKey()).pem(), steps);
        return new Signer(root, signer, signerKey);
    }

    private P256Certificate root() throws BadFile {
        Optional<P256Certificate> known = files.certificate(CertificateFiles.ROOT).filter(existing::fitsAsRoot);
        if (known.isPresent() && keyFits(known.get())) {
            steps.line(Messages.text("root.cached"));
            return known.get();
        }
        steps.line(Messages.text("root.new"));
        P256Certificate root = issuer.root(files.keyPair(CertificateFiles.ROOT_KEY, random));
        files.write(CertificateFiles.ROOT, root.pem(), steps);
        return root;
    }

    /** A root whose key is kept elsewhere fits too. */
    private boolean keyFits(P256Certificate root) throws BadFile {
        return !files.hasKey(CertificateFiles.ROOT_KEY)
                || files.keyPair(CertificateFiles.ROOT_KEY, random).publicKey().equals(root.publicKey());
    }

    private CertificateRequest request(P256KeyPair signerKey) throws BadFile {
        String name = CertificateFiles.signerRequest(profile.signerId());
        Optional<CertificateRequest> known = files.request(name)
                .filter(request -> existing.fits(request, signerKey.publicKey()));
        if (known.isPresent()) {
            steps.line(Messages.text("request.cached"));
            return known.get();
        }
        steps.line(Messages.text("request.new"));
        CertificateRequest request = issuer.signerRequest(signerKey);
        files.write(name, request.pem(), steps);
        return request;
    }

    private P256Certificate signer(CertificateRequest request, P256Certificate root)
            throws ProvisioningException, RejectedValue {
        String name = CertificateFiles.signer(profile.signerId());
        Optional<P256Certificate> known = files.certificate(name)
                .filter(signer -> existing.fitsAsSigner(signer, request.publicKey(), root));
        if (known.isPresent()) {
            steps.line(Messages.text("signer.cached"));
            return known.get();
        }
        steps.line(Messages.text("signer.new"));
        if (!files.hasKey(CertificateFiles.ROOT_KEY)) {
            throw new BadFile(files.project().privateResource(CertificateFiles.ROOT_KEY).path(),
                    Messages.text("root.nokey", CertificateFiles.ROOT_KEY, CertificateFiles.ROOT));
        }
        P256Certificate signer = issuer.signer(request, files.keyPair(CertificateFiles.ROOT_KEY, random), root);
        files.write(name, signer.pem(), steps);
        return signer;
    }
}
