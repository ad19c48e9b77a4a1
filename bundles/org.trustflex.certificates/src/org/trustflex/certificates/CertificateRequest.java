package org.trustflex.certificates;

import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.certificates.keys.PemText;
import org.trustflex.certificates.keys.UnusableKeyException;

/**
 * A request for a certificate (PKCS#10, RFC 2986), signed by the key that it is for, which has been checked.
 *
 * @param subject   whose key it is
 * @param publicKey the key
 * @param pem       the whole request
 */
public record CertificateRequest(CertificateName subject, EccPublicKey publicKey, String pem) {

    private static final String LABEL = "CERTIFICATE REQUEST";

    /**
     * A new request.
     *
     * @param content what the certificate is to be; of it the request has subject, key and extensions, the authority key
     *                identifier being that of the key itself, since the authority is not known yet
     */
    public static CertificateRequest sign(CertificateContent content, P256KeyPair key, SecureRandom random) {
        CertificateContent own = new CertificateContent(content.serialNumber(), content.issuer(), content.notBefore(),
                content.notAfter(), content.subject(), key.publicKey(), KeyIdentifier.of(key.publicKey()),
                content.extensions(), Optional.empty());
        List<Extension> extensions = own.extensions().stream().map(extension -> extension.encode(own)).toList();
        PKCS10CertificationRequest request = new PKCS10CertificationRequestBuilder(own.subject().x500(),
                new P256PublicKey(key.publicKey()).info())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                        new Extensions(extensions.toArray(Extension[]::new)))
                .build(new EcdsaContentSigner(digest -> key.sign(digest, random)));
        try {
            return new CertificateRequest(own.subject(), key.publicKey(), PemText.of(LABEL, request.getEncoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException("Encoding into memory does not fail", impossible);
        }
    }

    /**
     * Reads a request and checks its signature.
     *
     * @throws MalformedCertificate if it is none, of another kind, or not signed by its own key
     */
    public static CertificateRequest fromPem(String pem) throws MalformedCertificate {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !LABEL.equals(object.getType())) {
                throw new MalformedCertificate(Messages.text("request.nopem"));
            }
            return of(new PKCS10CertificationRequest(object.getContent()));
        } catch (IOException | RuntimeException | UnusableKeyException damaged) {
            throw new MalformedCertificate(Messages.text("request.damaged", damaged.getMessage()), damaged);
        }
    }

    private static CertificateRequest of(PKCS10CertificationRequest request)
            throws IOException, UnusableKeyException, MalformedCertificate {
        P256PublicKey key = P256PublicKey.of(request.getSubjectPublicKeyInfo());
        byte[] signed = request.toASN1Structure().getCertificationRequestInfo().getEncoded("DER");
        if (!request.getSignatureAlgorithm().equals(EcdsaContentSigner.ECDSA_WITH_SHA256)
                || !key.verifies(Sha256.of(signed), EcdsaContentSigner.decode(request.getSignature()))) {
            throw new MalformedCertificate(Messages.text("request.signature"));
        }
        CertificateName subject = CertificateName.of(request.getSubject())
                .orElseThrow(() -> new MalformedCertificate(Messages.text("request.name")));
        return new CertificateRequest(subject, key.key(), PemText.of(LABEL, request.getEncoded()));
    }
}
