package org.trustflex.provisioning.manifest;

import java.security.SecureRandom;
import java.time.Clock;

import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.manifest.LogSigner;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.CertificateFiles;

/** The key and certificate with which a project signs its manifest, made when they are first needed. */
public final class LogSignerFiles {

    /** The file name of the private key. */
    public static final String KEY = "manifest_ca.key";
    /** The file name of the certificate. */
    public static final String CERTIFICATE = "manifest_ca.crt";

    private final Project project;
    private final SecureRandom random;
    private final Clock clock;

    LogSignerFiles(Project project, SecureRandom random, Clock clock) {
        this.project = project;
        this.random = random;
        this.clock = clock;
    }

    /** The log signer for real or for simulated parts; one that is for the others is refused. */
    LogSigner readOrCreate(boolean simulated) throws ProvisioningException {
        DurableFile key = project.privateResource(KEY);
        DurableFile certificate = project.sharedResource(CERTIFICATE);
        if (certificate.exists() && !key.exists()) {
            throw new BadFile(key.path(), Messages.text("signer.nokey", key.path(), CERTIFICATE));
        }
        CertificateFiles files = new CertificateFiles(project);
        P256KeyPair pair = files.keyPair(KEY, random);
        if (!certificate.exists()) {
            LogSigner created = LogSigner.create(pair, simulated, random, clock);
            certificate.writeText(created.certificate().pem());
            return created;
        }
        LogSigner signer = of(pair, files.certificate(CERTIFICATE).orElseThrow(), certificate);
        if (signer.isForSimulatedParts() != simulated) {
            throw new NotPossible(Messages.text(simulated ? "signer.real" : "signer.simulated", CERTIFICATE, KEY));
        }
        return signer;
    }

    private static LogSigner of(P256KeyPair key, P256Certificate certificate, DurableFile file) throws BadFile {
        try {
            return LogSigner.of(key, certificate);
        } catch (MalformedCertificate unfit) {
            throw new BadFile(file.path(), Messages.text("signer.unfit", file.path(), unfit.getMessage(), KEY), unfit);
        }
    }
}
