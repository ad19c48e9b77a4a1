package org.trustflex.certificates;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * One field in which two certificates differ.
 *
 * @param field    its name in RFC 5280, in words
 * @param expected what it should be, "-" if it should not be there
 * @param found    what it is, "-" if it is not there
 */
public record FieldDifference(String field, String expected, String found) {

    private static final String ABSENT = "-";

    /** All fields in which two certificates differ; none exactly if they are equal byte for byte. */
    public static List<FieldDifference> between(P256Certificate expected, P256Certificate found) {
        Map<String, String> first = fields(expected);
        Map<String, String> second = fields(found);
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        List<FieldDifference> differences = new ArrayList<>();
        for (String name : names) {
            String one = first.getOrDefault(name, ABSENT);
            String other = second.getOrDefault(name, ABSENT);
            if (!one.equals(other)) {
                differences.add(new FieldDifference(name, one, other));
            }
        }
        if (differences.isEmpty() && !expected.equals(found)) {
            differences.add(new FieldDifference(Messages.text("field.encoding"), hex(expected), hex(found)));
        }
        return List.copyOf(differences);
    }

    private static Map<String, String> fields(P256Certificate certificate) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Messages.text("field.serial"), certificate.serialNumber().toString(16));
        fields.put(Messages.text("field.issuer"), certificate.issuerText());
        fields.put(Messages.text("field.notbefore"), time(certificate.notBefore()));
        fields.put(Messages.text("field.notafter"), time(certificate.notAfter()));
        fields.put(Messages.text("field.subject"), certificate.subjectText());
        fields.put(Messages.text("field.key"), certificate.publicKey().hex());
        Extensions extensions = certificate.holder().getExtensions();
        if (extensions != null) {
            List<String> order = new ArrayList<>();
            for (ASN1ObjectIdentifier identifier : extensions.getExtensionOIDs()) {
                Extension extension = extensions.getExtension(identifier);
                String critical = extension.isCritical() ? "critical, " : "";
                fields.put(Messages.text("field.extension", identifier.getId()),
                        critical + CertificateText.value(extension));
                order.add(identifier.getId());
            }
            fields.put(Messages.text("field.order"), String.join(" ", order));
        }
        fields.put(Messages.text("field.signature"), certificate.signature().hex());
        return fields;
    }

    private static String time(CertificateTime time) {
        return CertificateText.date(time.instant()) + " (" + time.form() + ")";
    }

    private static String hex(P256Certificate certificate) {
        return HexFormat.of().formatHex(certificate.der());
    }

    @Override
    public String toString() {
        return Messages.text("field.difference", field, expected, found);
    }
}
