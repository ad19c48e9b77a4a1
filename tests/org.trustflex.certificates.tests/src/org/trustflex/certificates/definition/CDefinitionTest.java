package org.trustflex.certificates.definition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.CertificateTime.Form;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.definition.CDefinition.CFile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.vectors.SeedChain;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.TestChain;
import org.trustflex.certificates.vectors.Vectors;

import com.google.gson.JsonObject;

class CDefinitionTest {

    private static Map<String, String> files(CertificateChain chain, P256Certificate deviceTemplate,
            org.trustflex.atecc.config.SerialNumber serial) throws Exception {
        ChainDefinition definition = ChainDefinition.of(chain.root(), chain.signer(), deviceTemplate, serial);
        return CDefinition.files(definition, chain.signer(), deviceTemplate).stream()
                .collect(Collectors.toMap(CFile::name, CFile::text));
    }

    /** The offsets that the vendor's library computed for the guide's certificates. */
    @ParameterizedTest
    @CsvSource({ "signer,cust_def_1_signer.c", "device,cust_def_2_device.c" })
    void theOffsetsAreThoseOfTheVendorsTools(String name, String file) throws Exception {
        JsonObject expected = SeedChain.entry(name);
        String text = files(SeedChain.chain(), SeedChain.certificate("device"), SeedChain.SERIAL_NUMBER).get(file);
        assertEquals(expected.get("tbs_offset").getAsInt(), offset(text, "tbs_cert_loc = "));
        assertEquals(expected.get("tbs_count").getAsInt(), count(text, "tbs_cert_loc = "));
        Map<String, String> elements = Map.of("sig_offset", "SIGNATURE", "issue_offset", "ISSUE_DATE", "expire_offset",
                "EXPIRE_DATE", "pubkey_offset", "PUBLIC_KEY", "signerid_offset", "SIGNER_ID", "skid_offset",
                "SUBJ_KEY_ID",
                "akid_offset", "AUTH_KEY_ID");
        elements.forEach((member, element) -> assertEquals(expected.get(member).getAsInt(),
                offset(text, "// STDCERT_" + element + "\n        "), element));
        assertArrayEquals(Vectors.bytes(expected, "der_hex"), array(text, "g_template_"));
    }

    @Test
    void thereAreFourFilesThatNameEachOther() throws Exception {
        Map<String, String> files = files(SeedChain.chain(), SeedChain.certificate("device"),
                SeedChain.SERIAL_NUMBER);
        assertEquals(List.of("cust_def_1_signer.c", "cust_def_1_signer.h", "cust_def_2_device.c",
                "cust_def_2_device.h"), files.keySet().stream().sorted().toList());
        assertTrue(files.get("cust_def_2_device.c").contains("#include \"cust_def_1_signer.h\""));
        assertTrue(files.get("cust_def_2_device.c").contains(".ca_cert_def = &g_cert_def_1_signer"));
        assertTrue(files.get("cust_def_1_signer.h").contains("extern const uint8_t g_cert_ca_public_key_1_signer[];"));
        assertArrayEquals(SeedChain.certificate("root").publicKey().bytes(),
                array(files.get("cust_def_1_signer.c"), "g_cert_ca_public_key_"));
    }

    /**
     * What CryptoAuthLib does with the definition: it overwrites parts of the template at the given places. With names that
     * contain the signer id and the serial number the vendor's own generator finds the wrong places.
     */
    @ParameterizedTest
    @CsvSource({ "test,2026-03-04T05:06:07Z", "FFFF,2026-03-04T05:06:07Z", "012301020304050601,2026-03-04T05:06:07Z",
            "0123AABBCCDDEEFF01 FFFF,2030-02-03T04:05:06Z", "Müller,2055-01-01T00:00:00Z" })
    void aTemplateOverwrittenAtThosePlacesIsTheDevicesCertificate(String organization, String now) throws Exception {
        ChainProfile profile = ChainProfile.forOrganization(organization);
        TestChain issued = TestChain.of(profile, now, SeededRandom.of(9));
        ChainIssuer issuer = new ChainIssuer(profile, SeededRandom.of(10),
                java.time.Clock.fixed(java.time.Instant.parse(now), ZoneOffset.UTC));
        P256Certificate template = issuer.deviceTemplate(issued.signerKey(), issued.chain().signer());
        String text = files(issued.chain(), template, ChainIssuer.TEMPLATE_SERIAL_NUMBER)
                .get("cust_def_2_device.c");
        P256Certificate device = issued.chain().device();
        byte[] patched = array(text, "g_template_");
        put(patched, text, "PUBLIC_KEY", device.publicKey().bytes());
        put(patched, text, "SIGNER_ID", "FFFF".getBytes(StandardCharsets.US_ASCII));
        put(patched, text, "CERT_SN", device.serialNumber().toByteArray());
        put(patched, text, "SUBJ_KEY_ID", device.subjectKeyIdentifier().orElseThrow().bytes());
        put(patched, text, "AUTH_KEY_ID", device.authorityKeyIdentifier().orElseThrow().bytes());
        boolean utc = device.notBefore().form() == Form.UTC_TIME;
        assertTrue(text.contains(".issue_date_format = DATEFMT_RFC5280_" + (utc ? "UTC" : "GEN")));
        put(patched, text, "ISSUE_DATE",
                date(device.notBefore().instant(), utc ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'"));
        put(patched, text, "EXPIRE_DATE", date(device.notAfter().instant(), "yyyyMMddHHmmss'Z'"));
        String serial = TestChain.DEVICE.hex();
        put(patched, offset(text, ".id = \"SN03\"", ".cert_loc = "),
                serial.substring(0, 8).getBytes(StandardCharsets.US_ASCII));
        put(patched, offset(text, ".id = \"SN48\"", ".cert_loc = "),
                serial.substring(8).getBytes(StandardCharsets.US_ASCII));
        int from = offset(text, "tbs_cert_loc = ");
        int length = count(text, "tbs_cert_loc = ");
        assertArrayEquals(Arrays.copyOfRange(device.der(), from, from + length),
                Arrays.copyOfRange(patched, from, from + length));
    }

    private static byte[] date(java.time.Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(instant)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(byte[] target, String text, String element, byte[] value) {
        assertEquals(value.length, count(text, "// STDCERT_" + element + "\n        "), element);
        put(target, offset(text, "// STDCERT_" + element + "\n        "), value);
    }

    private static void put(byte[] target, int offset, byte[] value) {
        System.arraycopy(value, 0, target, offset, value.length);
    }

    private static int offset(String text, String after) {
        return number(text.substring(text.indexOf(after)), "offset");
    }

    private static int offset(String text, String after, String then) {
        return offset(text.substring(text.indexOf(after)), then);
    }

    private static int count(String text, String after) {
        return number(text.substring(text.indexOf(after)), "count");
    }

    private static int number(String text, String name) {
        Matcher matcher = Pattern.compile("\\." + name + " = (\\d+)").matcher(text);
        assertTrue(matcher.find());
        return Integer.parseInt(matcher.group(1));
    }

    private static byte[] array(String text, String name) {
        String from = text.substring(text.indexOf("const uint8_t " + name));
        String body = from.substring(from.indexOf('{') + 1, from.indexOf("};"));
        return HexFormat.of().parseHex(body.replaceAll("0x|,|\\s", ""));
    }

    @Test
    void anyDevicesCertificateCanServeAsTheTemplate() throws Exception {
        TestChain issued = TestChain.of(ChainProfile.forOrganization("test"), "2026-03-04T05:06:07Z",
                SeededRandom.of(11));
        P256KeyPair other = P256KeyPair.generate(SeededRandom.of(12));
        ChainDefinition definition = ChainDefinition.of(issued.chain().root(), issued.chain().signer(),
                issued.chain().device(), TestChain.DEVICE);
        var slots = definition.compress(issued.chain(), TestChain.DEVICE, Optional.empty());
        // With another key in slot 0 another certificate comes out, whose signature does not fit.
        CertificateChain wrong = definition.rebuild(slots, other.publicKey(), TestChain.DEVICE, Optional.empty());
        assertTrue(!wrong.device().isSignedBy(wrong.signer().publicKey()));
    }
}
