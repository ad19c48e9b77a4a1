package org.trustflex.certificates;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.certificates.keys.PemText;
import org.trustflex.certificates.keys.UnusableKeyException;

/**
 * An X.509 certificate of a P-256 key, signed with ecdsa-with-SHA256: the only kind on the Trust Platform. Immutable; two
 * are equal if they are equal byte for byte.
 */
public final class P256Certificate {

    private static final String LABEL = "CERTIFICATE";

    private final byte[] der;
    private final X509CertificateHolder holder;
    private final EccPublicKey publicKey;
    private final EcdsaSignature signature;

    private P256Certificate(byte[] der, X509CertificateHolder holder) throws MalformedCertificate {
        this.der = der;
        this.holder = holder;
        this.publicKey = publicKey(holder);
        this.signature = EcdsaContentSigner.decode(holder.getSignature());
    }

    private static EccPublicKey publicKey(X509CertificateHolder holder) throws MalformedCertificate {
        try {
            return P256PublicKey.of(holder.getSubjectPublicKeyInfo()).key();
        } catch (UnusableKeyException unusable) {
            throw new MalformedCertificate(unusable.getMessage(), unusable);
        }
    }

    /**
     * Reads a certificate in DER. Nothing may stand after it, and BER that is not DER is refused.
     *
     * @throws MalformedCertificate if it is no certificate, or one of another kind
     */
    public static P256Certificate fromDer(byte[] der) throws MalformedCertificate {
        try {
            X509CertificateHolder holder = new X509CertificateHolder(der);
            if (!Arrays.equals(holder.toASN1Structure().getEncoded("DER"), der)) {
                throw new MalformedCertificate(Messages.text("certificate.notder"));
            }
            if (!holder.getSignatureAlgorithm().equals(EcdsaContentSigner.ECDSA_WITH_SHA256)) {
                throw new MalformedCertificate(Messages.text("certificate.algorithm",
                        holder.getSignatureAlgorithm().getAlgorithm().getId()));
            }
            P256Certificate certificate = new P256Certificate(der.clone(), holder);
            // Names, times and extensions are decoded when they are looked at; a fault in them is better found now.
            certificate.text();
            return certificate;
        } catch (IOException | RuntimeException damaged) {
            throw new MalformedCertificate(Messages.text("certificate.damaged", damaged.getMessage()), damaged);
        }
    }

    /**
     * Reads the first "CERTIFICATE" PEM block of a text.
     *
     * @throws MalformedCertificate if there is none, or what is in it is no certificate
     */
    public static P256Certificate fromPem(String pem) throws MalformedCertificate {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !LABEL.equals(object.getType())) {
                throw new MalformedCertificate(Messages.text("certificate.nopem"));
            }
            return fromDer(object.getContent());
        } catch (IOException | RuntimeException damaged) {
            throw new MalformedCertificate(Messages.text("certificate.damaged", damaged.getMessage()), damaged);
        }
    }

    /**
     * Reads a certificate in either form, as files of others hold it.
     *
     * @throws MalformedCertificate if it is no certificate, or one of another kind
     */
    public static P256Certificate read(byte[] pemOrDer) throws MalformedCertificate {
        String text = new String(pemOrDer, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN") ? fromPem(text) : fromDer(pemOrDer);
    }

    /** The certificate in DER. */
    public byte[] der() {
        return der.clone();
    }

    /** The certificate in a PEM block, with a line end after it. */
    public String pem() {
        return PemText.of(LABEL, der);
    }

    /** Everything in it, in the words of {@code openssl x509 -text}. */
    public String text() {
        return new CertificateText(this).print();
    }

    /** The subject's key. */
    public EccPublicKey publicKey() {
        return publicKey;
    }

    /** The signature as r and s. */
    public EcdsaSignature signature() {
        return signature;
    }

    /** The certificate's own number. */
    public BigInteger serialNumber() {
        return holder.getSerialNumber();
    }

    /** The beginning of its validity and the way it is written. */
    public CertificateTime notBefore() {
        return time(holder.getNotBefore().toInstant(), tbs().getStartDate());
    }

    /** The end of its validity and the way it is written. */
    public CertificateTime notAfter() {
        return time(holder.getNotAfter().toInstant(), tbs().getEndDate());
    }

    private static CertificateTime time(Instant instant, org.bouncycastle.asn1.x509.Time time) {
        boolean general = time.toASN1Primitive() instanceof org.bouncycastle.asn1.ASN1GeneralizedTime;
        return new CertificateTime(instant,
                general ? CertificateTime.Form.GENERALIZED_TIME : CertificateTime.Form.UTC_TIME);
    }

    /** Whose key it is, if the name has the form that Trust Platform certificates have. */
    public Optional<CertificateName> subject() {
        return CertificateName.of(holder.getSubject());
    }

    /** Who signed, if the name has the form that Trust Platform certificates have. */
    public Optional<CertificateName> issuer() {
        return CertificateName.of(holder.getIssuer());
    }

    /** Whose key it is, such as "O=test, CN=sn0123...". */
    public String subjectText() {
        return NameText.of(holder.getSubject());
    }

    /** Who signed, such as "O=test, CN=Crypto Authentication Signer FFFF". */
    public String issuerText() {
        return NameText.of(holder.getIssuer());
    }

    /** The subject's organisation, empty if it has none. */
    public String organization() {
        return attribute(holder.getSubject(), BCStyle.O);
    }

    /** The subject's common name, empty if it has none. */
    public String commonName() {
        return attribute(holder.getSubject(), BCStyle.CN);
    }

    private static String attribute(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] parts = name.getRDNs(type);
        return parts.length == 0 ? "" : NameText.plain(parts[0].getFirst().getValue());
    }

    /** The identifier of the subject's key that stands in it. */
    public Optional<KeyIdentifier> subjectKeyIdentifier() {
        return Optional.ofNullable(SubjectKeyIdentifier.fromExtensions(holder.getExtensions()))
                .map(extension -> KeyIdentifier.of(extension.getKeyIdentifier()));
    }

    /** The identifier of the signing key that stands in it. */
    public Optional<KeyIdentifier> authorityKeyIdentifier() {
        return Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(holder.getExtensions()))
                .map(AuthorityKeyIdentifier::getKeyIdentifier).map(KeyIdentifier::of);
    }

    /** The digest that names the whole certificate: SHA-256 of its DER. */
    public byte[] thumbprint() {
        return Sha256.of(der);
    }

    /** Whether its signature was made by the private half of this key. */
    public boolean isSignedBy(EccPublicKey key) {
        try {
            byte[] signed = tbs().getEncoded("DER");
            return new P256PublicKey(key).verifies(Sha256.of(signed), signature);
        } catch (IOException impossible) {
            throw new IllegalStateException("Encoding into memory does not fail", impossible);
        }
    }

    /** Whether its issuer has the name of the subject of that certificate. */
    public boolean namesAsIssuer(P256Certificate authority) {
        return holder.getIssuer().equals(authority.holder.getSubject());
    }

    TBSCertificate tbs() {
        return holder.toASN1Structure().getTBSCertificate();
    }

    X509CertificateHolder holder() {
        return holder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof P256Certificate that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "certificate of " + subjectText();
    }
}
