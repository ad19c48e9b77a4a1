package org.trustflex.certificates;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.trustflex.certificates.keys.P256PublicKey;

/**
 * A certificate in the words of {@code openssl x509 -text}, in the layout of the versions 1.x, which the Trust Platform
 * guide shows. Later versions put blanks around the equals sign of a name, leave out "keyid:", and put the line "Signature
 * Value:" before the signature; all else is the same.
 */
final class CertificateText {

    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("MMM ppd HH:mm:ss yyyy 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
    private static final int KEY_BYTES_PER_LINE = 15;
    private static final int SIGNATURE_BYTES_PER_LINE = 18;
    private static final int LONGEST_PLAIN_NUMBER = 8;

    private final P256Certificate certificate;
    private final StringBuilder text = new StringBuilder();

    CertificateText(P256Certificate certificate) {
        this.certificate = certificate;
    }

    String print() {
        line(0, "Certificate:");
        line(1, "Data:");
        line(2, "Version: " + certificate.holder().getVersionNumber() + " (0x"
                + (certificate.holder().getVersionNumber() - 1) + ")");
        serialNumber(certificate.serialNumber());
        line(2, "Signature Algorithm: ecdsa-with-SHA256");
        line(2, "Issuer: " + certificate.issuerText());
        line(2, "Validity");
        line(3, "Not Before: " + date(certificate.notBefore().instant()));
        line(3, "Not After : " + date(certificate.notAfter().instant()));
        line(2, "Subject: " + certificate.subjectText());
        publicKey();
        extensions();
        line(1, "Signature Algorithm: ecdsa-with-SHA256");
        bytes("         ", certificate.holder().getSignature(), SIGNATURE_BYTES_PER_LINE);
        return text.toString();
    }

    private void serialNumber(BigInteger number) {
        if (number.bitLength() < LONGEST_PLAIN_NUMBER * Byte.SIZE) {
            line(2, "Serial Number: " + number + " (0x" + number.toString(16) + ")");
        } else {
            line(2, "Serial Number:");
            line(3, COLONS.formatHex(number.toByteArray()));
        }
    }

    static String date(Instant instant) {
        return DATE.format(instant);
    }

    private void publicKey() {
        line(2, "Subject Public Key Info:");
        line(3, "Public Key Algorithm: id-ecPublicKey");
        line(4, "Public-Key: (256 bit)");
        line(4, "pub:");
        bytes(indent(5), new P256PublicKey(certificate.publicKey()).point(), KEY_BYTES_PER_LINE);
        line(4, "ASN1 OID: prime256v1");
        line(4, "NIST CURVE: P-256");
    }

    private void extensions() {
        Extensions extensions = certificate.holder().getExtensions();
        if (extensions == null) {
            return;
        }
        line(2, "X509v3 extensions:");
        for (ASN1ObjectIdentifier identifier : extensions.getExtensionOIDs()) {
            Extension extension = extensions.getExtension(identifier);
            line(3, title(extension) + ": " + (extension.isCritical() ? "critical" : ""));
            line(4, value(extension));
        }
    }

    private static String title(Extension extension) {
        ASN1ObjectIdentifier identifier = extension.getExtnId();
        if (identifier.equals(Extension.subjectKeyIdentifier)) {
            return "X509v3 Subject Key Identifier";
        }
        if (identifier.equals(Extension.authorityKeyIdentifier)) {
            return "X509v3 Authority Key Identifier";
        }
        if (identifier.equals(Extension.basicConstraints)) {
            return "X509v3 Basic Constraints";
        }
        if (identifier.equals(Extension.keyUsage)) {
            return "X509v3 Key Usage";
        }
        if (identifier.equals(Extension.subjectAlternativeName)) {
            return "X509v3 Subject Alternative Name";
        }
        return identifier.getId();
    }

    static String value(Extension extension) {
        ASN1ObjectIdentifier identifier = extension.getExtnId();
        if (identifier.equals(Extension.subjectKeyIdentifier)) {
            return upper(SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier());
        }
        if (identifier.equals(Extension.authorityKeyIdentifier)) {
            byte[] key = AuthorityKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
            return key == null ? "" : "keyid:" + upper(key);
        }
        if (identifier.equals(Extension.basicConstraints)) {
            return basicConstraints(BasicConstraints.getInstance(extension.getParsedValue()));
        }
        if (identifier.equals(Extension.keyUsage)) {
            return keyUsage(KeyUsage.getInstance(extension.getParsedValue()));
        }
        if (identifier.equals(Extension.subjectAlternativeName)) {
            return alternativeNames(GeneralNames.getInstance(extension.getParsedValue()));
        }
        return upper(extension.getExtnValue().getOctets());
    }

    private static String basicConstraints(BasicConstraints constraints) {
        String authority = "CA:" + (constraints.isCA() ? "TRUE" : "FALSE");
        BigInteger length = constraints.getPathLenConstraint();
        return length == null ? authority : authority + ", pathlen:" + length;
    }

    private static String keyUsage(KeyUsage usage) {
        List<String> uses = new ArrayList<>();
        int[] bits = { KeyUsage.digitalSignature, KeyUsage.nonRepudiation, KeyUsage.keyEncipherment,
                KeyUsage.dataEncipherment, KeyUsage.keyAgreement, KeyUsage.keyCertSign, KeyUsage.cRLSign,
                KeyUsage.encipherOnly, KeyUsage.decipherOnly };
        String[] names = { "Digital Signature", "Non Repudiation", "Key Encipherment", "Data Encipherment",
                "Key Agreement", "Certificate Sign", "CRL Sign", "Encipher Only", "Decipher Only" };
        for (int i = 0; i < bits.length; i++) {
            if (usage.hasUsages(bits[i])) {
                uses.add(names[i]);
            }
        }
        return String.join(", ", uses);
    }

    private static String alternativeNames(GeneralNames names) {
        List<String> texts = new ArrayList<>();
        for (GeneralName name : names.getNames()) {
            boolean directory = name.getTagNo() == GeneralName.directoryName;
            texts.add(directory ? "DirName:" + NameText.of(X500Name.getInstance(name.getName())) : name.toString());
        }
        return String.join(", ", texts);
    }

    private static String upper(byte[] bytes) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes);
    }

    private void bytes(String indent, byte[] bytes, int perLine) {
        for (int from = 0; from < bytes.length; from += perLine) {
            int to = Math.min(from + perLine, bytes.length);
            text.append(indent).append(COLONS.formatHex(bytes, from, to)).append(to < bytes.length ? ":\n" : "\n");
        }
    }

    private void line(int depth, String content) {
        text.append(indent(depth)).append(content).append('\n');
    }

    private static String indent(int depth) {
        return "    ".repeat(depth);
    }
}
