package org.trustflex.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * A name in the way of openssl's one-line form: "O=test, CN=...". What could confuse a reader or a terminal is escaped as
 * openssl does it: control characters and everything beyond ASCII as backslash and two hex digits per byte.
 */
final class NameText {

    private static final String NEEDS_QUOTES = ",+<>;";

    private NameText() {
    }

    static String of(X500Name name) {
        return Arrays.stream(name.getRDNs()).map(NameText::of).collect(Collectors.joining(", "));
    }

    private static String of(RDN part) {
        return Arrays.stream(part.getTypesAndValues()).map(NameText::of).collect(Collectors.joining(" + "));
    }

    private static String of(AttributeTypeAndValue attribute) {
        String symbol = BCStyle.INSTANCE.oidToDisplayName(attribute.getType());
        return (symbol == null ? attribute.getType().getId() : symbol) + "=" + escape(plain(attribute.getValue()));
    }

    static String plain(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : value.toString();
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte next : value.getBytes(StandardCharsets.UTF_8)) {
            int code = next & 0xFF;
            if (code < ' ' || code > '~') {
                escaped.append(String.format(Locale.ROOT, "\\%02X", code));
            } else {
                escaped.append(code == '"' || code == '\\' ? "\\" : "").append((char) code);
            }
        }
        return needsQuotes(value) ? '"' + escaped.toString() + '"' : escaped.toString();
    }

    private static boolean needsQuotes(String value) {
        return value.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0) || value.startsWith("#")
                || value.startsWith(" ") || value.endsWith(" ");
    }
}
