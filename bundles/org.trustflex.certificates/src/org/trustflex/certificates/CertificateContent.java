package org.trustflex.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;

/**
 * Everything in a certificate but the signature: version 3, ecdsa-with-SHA256 (RFC 5280, section 4.1; RFC 5758).
 *
 * @param serialNumber           the certificate's own number, positive, at most 20 bytes
 * @param issuer                 who signs
 * @param notBefore              from when it is valid
 * @param notAfter               until when it is valid
 * @param subject                whose key it is
 * @param publicKey              the key
 * @param authorityKeyIdentifier names the key that signs
 * @param extensions             in the order in which they stand
 * @param networkAddress         twelve hex digits, for {@link CertificateExtension#NETWORK_ADDRESS} alone
 */
public record CertificateContent(BigInteger serialNumber, CertificateName issuer, CertificateTime notBefore,
        CertificateTime notAfter, CertificateName subject, EccPublicKey publicKey,
        KeyIdentifier authorityKeyIdentifier, List<CertificateExtension> extensions, Optional<String> networkAddress) {

    /** Copies the list. */
    public CertificateContent {
        extensions = List.copyOf(extensions);
    }

    /** The certificate, signed now. */
    public P256Certificate sign(P256KeyPair issuerKey, SecureRandom random) {
        return build(new EcdsaContentSigner(digest -> issuerKey.sign(digest, random)));
    }

    /** The certificate with a signature that was made before. Whether it fits is not checked. */
    public P256Certificate withSignature(EcdsaSignature signature) {
        return build(new EcdsaContentSigner(digest -> signature));
    }

    private P256Certificate build(ContentSigner signer) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(issuer.x500(), serialNumber,
                    notBefore.asn1(), notAfter.asn1(), subject.x500(), new P256PublicKey(publicKey).info());
            for (CertificateExtension extension : extensions) {
                builder.addExtension(extension.encode(this));
            }
            return P256Certificate.fromDer(builder.build(signer).getEncoded());
        } catch (IOException | MalformedCertificate impossible) {
            throw new IllegalArgumentException("These values make no certificate: " + this, impossible);
        }
    }
}
