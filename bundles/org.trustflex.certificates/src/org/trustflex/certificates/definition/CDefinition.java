package org.trustflex.certificates.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.CertificateTime.Form;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.definition.DerElement.Location;

/**
 * A certificate definition in C for CryptoAuthLib's atcacert, with which firmware rebuilds certificates from the slots. The
 * names of files and variables are those of the Trust Platform Design Suite, whose firmware projects include them.
 */
public final class CDefinition {

    private static final int BYTES_PER_LINE = 16;
    private static final int SIGNER_ID_DIGITS = 4;

    private final String kind;
    private final int number;
    private final CertificateTemplate template;
    private final P256Certificate certificate;
    private final CertificateLocations locations;

    private CDefinition(String kind, CertificateTemplate template, P256Certificate certificate) {
        this.kind = kind;
        this.number = template.templateId();
        this.template = template;
        this.certificate = certificate;
        this.locations = new CertificateLocations(certificate);
    }

    /**
     * One of the two files.
     *
     * @param name such as "cust_def_1_signer.c"
     * @param text the content, line ends included
     */
    public record CFile(String name, String text) {
    }

    /** The names of the files of every chain. */
    public static final List<String> NAMES = List.of("cust_def_1_signer.c", "cust_def_1_signer.h",
            "cust_def_2_device.c",
            "cust_def_2_device.h");

    /**
     * The files of a chain: for the signer and for the device a source file and a header.
     *
     * @param deviceTemplate the certificate of a device of the chain, any of them
     */
    public static List<CFile> files(ChainDefinition definition, P256Certificate signer,
            P256Certificate deviceTemplate) {
        CDefinition first = new CDefinition("signer", definition.signer(), signer);
        CDefinition second = new CDefinition("device", definition.device(), deviceTemplate);
        return List.of(new CFile(first.file() + ".c", first.signerSource(definition.root().publicKey())),
                new CFile(first.file() + ".h", first.header(true)),
                new CFile(second.file() + ".c", second.deviceSource(first)),
                new CFile(second.file() + ".h", second.header(false)));
    }

    private String file() {
        return "cust_def_" + number + "_" + kind;
    }

    private String variable(String what) {
        return "g_" + what + "_" + number + "_" + kind;
    }

    private String header(boolean withAuthorityKey) {
        String guard = file().toUpperCase(Locale.ROOT) + "_H";
        StringJoiner lines = lines().add("#ifndef " + guard).add("#define " + guard).add("")
                .add("#include \"atcacert/atcacert_def.h\"").add("").add("#ifdef __cplusplus").add("extern \"C\" {")
                .add("#endif").add("extern const atcacert_def_t " + variable("cert_def") + ";");
        if (withAuthorityKey) {
            lines.add("extern const uint8_t " + variable("cert_ca_public_key") + "[];");
        }
        return lines.add("#ifdef __cplusplus").add("}").add("#endif").add("").add("#endif").toString();
    }

    private String signerSource(EccPublicKey rootKey) {
        StringJoiner lines = lines().add("#include \"atcacert/atcacert_def.h\"").add("");
        array(lines, variable("template"), certificate.der());
        array(lines, variable("cert_ca_public_key"), rootKey.bytes());
        definition(lines, SlotPurpose.SIGNER_PUBLIC_KEY, SlotPurpose.SIGNER_CERTIFICATE,
                locations.endOfSubject(SIGNER_ID_DIGITS), "NULL", "NULL", "0");
        return lines.toString();
    }

    private String deviceSource(CDefinition signer) {
        StringJoiner lines = lines().add("#include \"atcacert/atcacert_def.h\"")
                .add("#include \"" + signer.file() + ".h\"").add("");
        array(lines, variable("template"), certificate.der());
        String elements = variable("cert_elements");
        lines.add("const atcacert_cert_element_t " + elements + "[2] = {");
        // The serial number's 18 digits end the common name: four bytes of the zone, a gap, five bytes.
        Location digits = locations.endOfSubject(18);
        serialNumberElement(lines, "SN03", 0, 4, new Location(digits.offset(), 8));
        serialNumberElement(lines, "SN48", 8, 5, new Location(digits.offset() + 8, 10));
        lines.add("};").add("");
        definition(lines, SlotPurpose.PRIMARY_PRIVATE_KEY, SlotPurpose.DEVICE_CERTIFICATE,
                locations.endOfIssuer(SIGNER_ID_DIGITS), "&" + signer.variable("cert_def"), elements,
                "sizeof(" + elements + ") / sizeof(" + elements + "[0])");
        return lines.toString();
    }

    private static void serialNumberElement(StringJoiner lines, String id, int offset, int count, Location location) {
        lines.add("    {").add("        .id = \"" + id + "\",");
        deviceLocation(lines, "        ", "device_loc", "DEVZONE_CONFIG", 0, 0, offset, count);
        location(lines, "        ", ".cert_loc = ", location);
        lines.add("        .transforms = {").add("            TF_BIN2HEX_UC,").add("            TF_NONE")
                .add("        }").add("    },");
    }

    private void definition(StringJoiner lines, SlotPurpose keySlot, SlotPurpose certificateSlot, Location signerId,
            String authority, String elements, String elementCount) {
        boolean generated = keySlot == SlotPurpose.PRIMARY_PRIVATE_KEY;
        lines.add("const atcacert_def_t " + variable("cert_def") + " = {").add("    .type = CERTTYPE_X509,")
                .add("    .template_id = " + template.templateId() + ",")
                .add("    .chain_id = " + template.chainId() + ",").add("    .private_key_slot = 0,")
                .add("    .sn_source = SNSRC_PUB_KEY_HASH,");
        deviceLocation(lines, "    ", "cert_sn_dev_loc", "DEVZONE_NONE", 0, 0, 0, 0);
        lines.add("    .issue_date_format = " + format(certificate.notBefore().form()) + ",")
                .add("    .expire_date_format = " + format(certificate.notAfter().form()) + ",");
        location(lines, "    ", ".tbs_cert_loc = ", locations.tbs());
        lines.add("    .expire_years = " + template.expireYears() + ",");
        deviceLocation(lines, "    ", "public_key_dev_loc", "DEVZONE_DATA", keySlot.slot(), generated ? 1 : 0, 0,
                generated ? EccPublicKey.LENGTH : EccPublicKey.STORED_LENGTH);
        deviceLocation(lines, "    ", "comp_cert_dev_loc", "DEVZONE_DATA", certificateSlot.slot(), 0, 0, 72);
        standardElements(lines, signerId);
        lines.add("    .cert_elements = " + elements + ",").add("    .cert_elements_count = " + elementCount + ",")
                .add("    .cert_template = " + variable("template") + ",")
                .add("    .cert_template_size = sizeof(" + variable("template") + "),")
                .add("    .ca_cert_def = " + authority).add("};");
    }

    /** In the order of CryptoAuthLib's atcacert_std_cert_element_t. */
    private void standardElements(StringJoiner lines, Location signerId) {
        List<String> names = List.of("STDCERT_PUBLIC_KEY", "STDCERT_SIGNATURE", "STDCERT_ISSUE_DATE",
                "STDCERT_EXPIRE_DATE", "STDCERT_SIGNER_ID", "STDCERT_CERT_SN", "STDCERT_AUTH_KEY_ID",
                "STDCERT_SUBJ_KEY_ID");
        List<Location> places = new ArrayList<>(List.of(locations.publicKey(), locations.signature(),
                locations.notBefore(), locations.notAfter(), signerId, locations.serialNumber(),
                locations.authorityKeyIdentifier(), locations.subjectKeyIdentifier()));
        lines.add("    .std_cert_elements = {");
        for (int i = 0; i < names.size(); i++) {
            location(lines, "        ", "// " + names.get(i) + "\n        ", places.get(i));
        }
        lines.add("    },");
    }

    private static String format(Form form) {
        return form == Form.UTC_TIME ? "DATEFMT_RFC5280_UTC" : "DATEFMT_RFC5280_GEN";
    }

    private static void deviceLocation(StringJoiner lines, String indent, String name, String zone, int slot,
            int generated, int offset, int count) {
        lines.add(indent + "." + name + " = {").add(indent + "    .zone = " + zone + ",")
                .add(indent + "    .slot = " + slot + ",").add(indent + "    .is_genkey = " + generated + ",")
                .add(indent + "    .offset = " + offset + ",").add(indent + "    .count = " + count)
                .add(indent + "},");
    }

    private static void location(StringJoiner lines, String indent, String name, Location location) {
        lines.add(indent + name + "{").add(indent + "    .offset = " + location.offset() + ",")
                .add(indent + "    .count = " + location.count()).add(indent + "},");
    }

    private static void array(StringJoiner lines, String name, byte[] bytes) {
        lines.add("const uint8_t " + name + "[" + bytes.length + "] = {");
        for (int from = 0; from < bytes.length; from += BYTES_PER_LINE) {
            StringJoiner line = new StringJoiner(", ", "    ", ",");
            for (int i = from; i < Math.min(from + BYTES_PER_LINE, bytes.length); i++) {
                line.add(String.format(Locale.ROOT, "0x%02x", bytes[i]));
            }
            lines.add(line.toString());
        }
        lines.add("};").add("");
    }

    private static StringJoiner lines() {
        return new StringJoiner("\n", "", "\n");
    }
}
