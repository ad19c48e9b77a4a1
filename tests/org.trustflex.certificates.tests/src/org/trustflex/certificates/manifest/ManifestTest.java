package org.trustflex.certificates.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.Check;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.definition.BuiltInDefinitions;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.vectors.Openssl;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.TestChain;
import org.trustflex.certificates.vectors.Vectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class ManifestTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().create();

    private final SecureRandom random = SeededRandom.of(6);

    private LogSigner signer(boolean simulated) {
        return LogSigner.create(P256KeyPair.generate(random), simulated, random, CLOCK);
    }

    private ElementEntry entry(SerialNumber serial, boolean simulated) throws Exception {
        TestChain issued = TestChain.of(ChainProfile.forOrganization("test"), NOW.toString(), random);
        List<ManifestKey> keys = new ArrayList<>();
        for (int slot : new int[] { 0, 1, 2, 3, 4, 13, 14, 15 }) {
            keys.add(slot == 0
                    ? new ManifestKey(0, issued.deviceKey().publicKey(),
                            List.of(issued.chain().device(), issued.chain().signer()))
                    : new ManifestKey(slot, P256KeyPair.generate(random).publicKey(), List.of()));
        }
        return new ElementEntry("ATECC608A", "ATECC608A-TFLXTLS", simulated,
                issued.chain().device().notBefore().instant(), serial, keys);
    }

    /** Each manifest is verified by a library that did not make it. */
    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void anotherLibraryVerifiesWhatWeSign(boolean simulated) throws Exception {
        LogSigner logSigner = signer(simulated);
        Manifest manifest = Manifest.EMPTY.with(logSigner.sign(entry(TestChain.DEVICE, simulated), random));
        Manifest read = Manifest.parse(manifest.text());
        assertEquals(manifest, read);
        String payload = jose4j(read.elements().get(0), logSigner.certificate());
        JsonObject json = JsonParser.parseString(payload).getAsJsonObject();
        assertEquals("0123aabbccddeeff01", json.get("uniqueId").getAsString());
        assertEquals("ATECC608A", json.get("model").getAsString());
        assertEquals("2026-03-04T05:00:00.000Z", json.get("provisioningTimestamp").getAsString());
        assertEquals(simulated, json.has("simulated"));
        assertEquals(simulated ? "TrustFLEX Simulator" : "Microchip Technology Inc",
                json.getAsJsonObject("manufacturer").get("organizationName").getAsString());
        ElementReport report = new ManifestVerifier(logSigner.certificate(), List.of()).verify(read).get(0);
        assertTrue(report.holds(), report.checks().toString());
        assertEquals(simulated, report.checks().stream().anyMatch(check -> check.id().equals("simulated")));
    }

    private static String jose4j(SignedElement element, P256Certificate logSigner) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"));
        signature.setCompactSerialization(
                element.protectedHeader() + "." + element.payload() + "." + element.signature());
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(logSigner.der()));
        signature.setKey(certificate.getPublicKey());
        assertTrue(signature.verifySignature());
        return signature.getPayload();
    }

    /** Members and order of the format: the same as in the sample that follows the vendor's own program. */
    @Test
    void payloadAndHeaderHaveTheMembersOfTheFormatInItsOrder() throws Exception {
        LogSigner logSigner = signer(false);
        SignedElement ours = logSigner.sign(entry(TestChain.DEVICE, false), random);
        SignedElement sample = Manifest.parse(Vectors.load("manifest_sample.json").get("file_content").toString())
                .elements().get(0);
        assertEquals(List.copyOf(decode(sample.payload()).keySet()), List.copyOf(decode(ours.payload()).keySet()));
        assertEquals(List.copyOf(decode(sample.protectedHeader()).keySet()),
                List.copyOf(decode(ours.protectedHeader()).keySet()));
        for (String organization : List.of("manufacturer", "provisioner", "distributor")) {
            assertEquals(decode(sample.payload()).get(organization), decode(ours.payload()).get(organization));
        }
        List<String> kids = decode(ours.payload()).getAsJsonObject("publicKeySet").getAsJsonArray("keys").asList()
                .stream().map(key -> key.getAsJsonObject().get("kid").getAsString()).toList();
        assertEquals(List.of("0", "1", "2", "3", "4", "13", "14", "15"), kids);
    }

    private static JsonObject decode(String base64url) {
        return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    @Test
    void theSampleVerifies() throws Exception {
        JsonObject sample = Vectors.load("manifest_sample.json");
        P256Certificate logSigner = P256Certificate.fromDer(Vectors.bytes(sample, "ca_cert_der"));
        Manifest manifest = Manifest.parse(sample.get("file_content").toString());
        ElementReport report = new ManifestVerifier(logSigner, List.of()).verify(manifest).get(0);
        assertTrue(report.holds(), report.checks().toString());
        assertEquals(sample.get("payload_decoded"),
                JsonParser.parseString(manifest.elements().get(0).decodedPayload()));
    }

    @Test
    void theOfficialExampleVerifiesUpToTheManufacturersRoot() throws Exception {
        Manifest manifest = Manifest.parse(official().get("signed_element").toString());
        ElementReport report = verifier().verify(manifest).get(0);
        assertTrue(report.holds(), report.checks().toString());
        assertTrue(report.checks().stream()
                .anyMatch(check -> check.id().equals("certificate.0.root") && check.outcome() == Check.Outcome.HOLDS));
        jose4j(manifest.elements().get(0), officialLogSigner());
    }

    private static JsonObject official() {
        return Vectors.loadThirdParty("manifest_official_example.json");
    }

    private static P256Certificate officialLogSigner() throws MalformedCertificate {
        return P256Certificate.fromDer(Vectors.bytes(official(), "log_signer_cert_der"));
    }

    private static ManifestVerifier verifier() throws MalformedCertificate {
        return new ManifestVerifier(officialLogSigner(), List.of(BuiltInDefinitions.manufacturerRoot()));
    }

    @Test
    void withAnySingleBitFlippedTheOfficialExampleDoesNotVerify() throws Exception {
        byte[] text = PRETTY.toJson(official().get("signed_element")).getBytes(StandardCharsets.UTF_8);
        ManifestVerifier verifier = verifier();
        assertTrue(verifies(text, verifier));
        // Every bit outside the payload and one in eight of the payload's, others in each run; all take a minute.
        boolean all = Boolean.getBoolean("trustflex.test.exhaustive");
        SecureRandom choice = SeededRandom.create("withAnySingleBitFlipped");
        int payload = new String(text, StandardCharsets.UTF_8).indexOf("\"protected\"");
        int[] bits = IntStream.range(0, text.length * 8)
                .filter(bit -> bit / 8 >= payload || all || choice.nextInt(8) == 0)
                .toArray();
        long accepted = IntStream.of(bits).parallel().filter(bit -> {
            byte[] flipped = text.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            return verifies(flipped, verifier);
        }).peek(bit -> System.out.println("accepted with bit " + bit % 8 + " of byte " + bit / 8 + " flipped")).count();
        assertEquals(0, accepted);
    }

    private static boolean verifies(byte[] text, ManifestVerifier verifier) {
        try {
            return verifier.verify(Manifest.parse(new String(text, StandardCharsets.UTF_8))).stream()
                    .allMatch(ElementReport::holds);
        } catch (MalformedManifest refused) {
            return refused.getMessage().isBlank();
        }
    }

    @Test
    void anothersCertificateIsTold() throws Exception {
        LogSigner logSigner = signer(false);
        SignedElement element = logSigner.sign(entry(TestChain.DEVICE, false), random);
        ElementReport report = new ManifestVerifier(signer(false).certificate(), List.of()).verify(element);
        assertEquals(List.of("kid", "x5t#S256", "signature"),
                report.checks().stream().filter(check -> !check.holds()).map(Check::id).toList());
    }

    @Test
    void whatTheEntrySaysMustFitTogether() throws Exception {
        LogSigner logSigner = signer(false);
        ElementEntry good = entry(TestChain.DEVICE, false);
        // The device certificate is another key's, and another device's.
        ManifestKey first = new ManifestKey(0, good.keys().get(1).key(), good.keys().get(0).certificates());
        ElementEntry bad = new ElementEntry(good.model(), good.partNumber(), false, NOW,
                new SerialNumber("012311111111111101"), List.of(first));
        SignedElement signed = logSigner.sign(bad, random);
        SignedElement renamed = new SignedElement(signed.payload(), signed.protectedHeader(), "0123aabbccddeeff01",
                signed.signature());
        ElementReport report = new ManifestVerifier(logSigner.certificate(), List.of()).verify(renamed);
        assertEquals(List.of("uniqueId", "certificate.0.key", "certificate.0.name"),
                report.checks().stream().filter(check -> !check.holds()).map(Check::id).toList());
    }

    @Test
    void simulatedPartsAndRealOnesHaveLogSignersOfTheirOwn() throws Exception {
        ElementEntry simulated = entry(TestChain.DEVICE, true);
        ElementEntry real = entry(TestChain.DEVICE, false);
        assertThrows(IllegalArgumentException.class, () -> signer(false).sign(simulated, random));
        assertThrows(IllegalArgumentException.class, () -> signer(true).sign(real, random));
        assertTrue(signer(true).isForSimulatedParts());
    }

    @Test
    void anEntryTakesThePlaceOfAnEarlierOneAboutTheSameElement() throws Exception {
        LogSigner logSigner = signer(false);
        SerialNumber other = new SerialNumber("01230000000000FF01");
        SignedElement first = logSigner.sign(entry(TestChain.DEVICE, false), random);
        SignedElement second = logSigner.sign(entry(other, false), random);
        SignedElement again = logSigner.sign(entry(TestChain.DEVICE, false), random);
        assertEquals(List.of(second, again), Manifest.EMPTY.with(first).with(second).with(again).elements());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "''|no JSON", "{}|header", "[1]|entry 1", "7|list", "[{]|no JSON",
            "[] []|no JSON",
            "[{\"payload\":\"\",\"payload\":\"\"}]|twice", "[{\"other\":1}]|other", "[,]|no JSON",
            "[{\"header\":{\"uniqueId\":1}}]|payload", "[/*c*/]|no JSON" })
    void whatIsNoManifestIsRefusedWithTheReason(String text, String reason) {
        MalformedManifest refused = assertThrows(MalformedManifest.class, () -> Manifest.parse(text));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void twoEntriesAboutOneElementAreRefused() throws Exception {
        String entry = signer(false).sign(entry(TestChain.DEVICE, false), random).json().toString();
        assertThrows(MalformedManifest.class, () -> Manifest.parse("[" + entry + "," + entry + "]"));
    }

    @Test
    void theLogSignersCertificateIsWhatOpensslTakes(@TempDir Path folder) throws Exception {
        P256Certificate certificate = signer(false).certificate();
        assertEquals(Openssl.text(folder, certificate), Openssl.normalised(certificate.text()));
        java.nio.file.Files.writeString(folder.resolve("ca.pem"), certificate.pem());
        Openssl.Answer answer = Openssl.run(folder, "verify", "-attime", Long.toString(NOW.getEpochSecond()),
                "-CAfile", "ca.pem", "ca.pem");
        assertEquals(0, answer.exitCode(), answer.output());
    }

    @Test
    void aLogSignerNeedsItsOwnKey() throws Exception {
        LogSigner logSigner = signer(false);
        assertThrows(MalformedCertificate.class,
                () -> LogSigner.of(P256KeyPair.generate(random), logSigner.certificate()));
    }

    /** A measurement and no test: the figure is printed, and only a gross miss fails. */
    @Test
    void aManifestOfAThousandDevicesIsMadeQuickly() throws Exception {
        LogSigner logSigner = signer(false);
        ElementEntry template = entry(TestChain.DEVICE, false);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            List<SignedElement> signed = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                SerialNumber serial = SerialNumber.parse(String.format("0123%012x01", i));
                signed.add(logSigner.sign(new ElementEntry(template.model(), template.partNumber(), false, NOW,
                        serial, template.keys()), random));
            }
            String text = new Manifest(signed).text();
            assertEquals(1000, Manifest.parse(text).elements().size());
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("manifest of 1000 devices signed, written and read: %d ms (aim: 2000 ms)%n",
                best / 1_000_000);
        assertFalse(best > 20_000_000_000L, "ten times the aim");
    }
}
