package org.trustflex.certificates.definition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.ChainReport;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.definition.CertificateTemplate.Subject;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.vectors.Openssl;
import org.trustflex.certificates.vectors.SeedChain;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.Vectors;

import com.google.gson.JsonObject;

class BuiltInDefinitionsTest {

    private static final SerialNumber TEMPLATE_DEVICE = new SerialNumber("012301020304050601");

    @TempDir
    Path folder;

    private static byte[] otp(String code) {
        return Arrays.copyOf(code.getBytes(StandardCharsets.US_ASCII), 64);
    }

    private static CertificateSlots emptySlots() {
        return CertificateSlots.of(new byte[72], new byte[72], new byte[72]);
    }

    /** No third-party file is needed for this: the root vouches for itself. */
    @Test
    void theManufacturersRootSignsItself() throws Exception {
        P256Certificate root = BuiltInDefinitions.manufacturerRoot();
        assertTrue(root.isSignedBy(root.publicKey()));
        assertEquals(501, root.der().length);
        assertEquals("7aed7d6dc6b7789db23801a5e84a8cb0a40e2a8c", root.subjectKeyIdentifier().orElseThrow().hex());
        assertEquals(Openssl.text(folder, root), Openssl.normalised(root.text()));
    }

    @Test
    void theManufacturersRootIsTheVendorsByteForByte() {
        assertArrayEquals(template("g_cryptoauth_root_ca_002_cert"), BuiltInDefinitions.manufacturerRoot().der());
    }

    private static byte[] template(String name) {
        JsonObject templates = Vectors.loadThirdParty("mchp_cert_templates.json");
        return Vectors.bytes(templates.getAsJsonObject(name), "hex");
    }

    /** Compressed and rebuilt by our definition, each of the vendor's templates comes out byte for byte. */
    @ParameterizedTest
    @CsvSource({ "wdNxAjae,g_tngtls_cert_template_2_device,2", "MKMwyhP1,g_tflxtls_cert_template_4_device,4",
            "KQp2ZkD8,g_tngtls_cert_template_3_device,3" })
    void theVendorsTemplatesComeBackByteForByte(String code, String template, int number)
            throws MalformedCertificate {
        ChainDefinition definition = BuiltInDefinitions.of(otp(code), emptySlots()).orElseThrow();
        assertEquals(number, definition.device().templateId());
        P256Certificate signer = P256Certificate.fromDer(template("g_tngtls_cert_template_1_signer"));
        P256Certificate device = P256Certificate.fromDer(template(template));
        Optional<String> address = number == 3 ? Optional.of("682719000000") : Optional.empty();
        // The templates' serial numbers are examples, so that the rule is left out here and tested with real ones below.
        rebuiltButForTheSerialNumber(definition.signer(), signer,
                new Subject(signer.publicKey(), signer.authorityKeyIdentifier().orElseThrow(), TEMPLATE_DEVICE,
                        Optional.empty()));
        rebuiltButForTheSerialNumber(definition.device(), device,
                new Subject(device.publicKey(), signer.subjectKeyIdentifier().orElseThrow(), TEMPLATE_DEVICE,
                        address));
    }

    private static void rebuiltButForTheSerialNumber(CertificateTemplate template, P256Certificate certificate,
            Subject of) throws MalformedCertificate {
        var content = template.content(org.trustflex.certificates.compressed.EncodedDates
                .of(certificate.notBefore(), certificate.notAfter()), SignerId.DEFAULT, of);
        var withItsNumber = new org.trustflex.certificates.CertificateContent(certificate.serialNumber(),
                content.issuer(), content.notBefore(), content.notAfter(), content.subject(), content.publicKey(),
                content.authorityKeyIdentifier(), content.extensions(), content.networkAddress());
        assertArrayEquals(certificate.der(), withItsNumber.withSignature(certificate.signature()).der());
    }

    /** A real part's chain, from the manufacturer's own manifest: signer F600, 28 and 31 years. */
    @Test
    void aRealPartsChainComesBackByteForByteAndHolds() throws MalformedCertificate {
        JsonObject official = Vectors.loadThirdParty("manifest_official_example.json");
        var list = official.getAsJsonArray("x5c_checks");
        P256Certificate device = P256Certificate.fromDer(Vectors.bytes(list.get(0).getAsJsonObject(), "der"));
        P256Certificate signer = P256Certificate.fromDer(Vectors.bytes(list.get(1).getAsJsonObject(), "der"));
        SerialNumber serial = new SerialNumber("0123F1822C38DD7A01");
        ChainDefinition definition = BuiltInDefinitions.of(otp("wdNxAjae"), emptySlots()).orElseThrow();
        CertificateChain chain = new CertificateChain(device, signer, definition.root());
        CertificateSlots slots = definition.compress(chain, serial, Optional.empty());
        assertEquals(chain, definition.rebuild(slots, device.publicKey(), serial, Optional.empty()));
        assertTrue(ChainReport.of(chain, Instant.parse("2026-01-01T00:00:00Z")).holds());
        // The code of another definition: the template number in the slot decides.
        assertEquals(definition, BuiltInDefinitions.of(otp("MKMwyhP1"), slots).orElseThrow());
    }

    @Test
    void anUnknownCodeNamesNoDefinition() {
        assertTrue(BuiltInDefinitions.of(new byte[64], emptySlots()).isEmpty());
        assertTrue(BuiltInDefinitions.of(otp("abcdefgh"), emptySlots()).isEmpty());
        assertEquals("........", BuiltInDefinitions.code(new byte[64]));
    }

    @Test
    void anotherDefinitionsSlotsAreRefusedWithTheSlotsName() {
        ChainDefinition definition = BuiltInDefinitions.of(otp("MKMwyhP1"), emptySlots()).orElseThrow();
        MalformedCertificate refused = assertThrows(MalformedCertificate.class,
                () -> definition.rebuild(SeedChain.slots(), SeedChain.certificate("device").publicKey(),
                        SeedChain.SERIAL_NUMBER, Optional.empty()));
        assertTrue(refused.getMessage().contains("template 2"), refused.getMessage());
        MalformedCertificate empty = assertThrows(MalformedCertificate.class,
                () -> definition.rebuild(emptySlots(), SeedChain.certificate("device").publicKey(),
                        SeedChain.SERIAL_NUMBER, Optional.empty()));
        assertTrue(empty.getMessage().contains("Slot 12"), empty.getMessage());
    }

    @Test
    void aSimulatedPartHasAChainOfItsOwnThatLeadsToNoOther() throws Exception {
        var random = SeededRandom.of(5);
        P256KeyPair key = P256KeyPair.generate(random);
        SerialNumber serial = new SerialNumber("01235AFE0000000001");
        Instant now = Instant.parse("2026-05-06T07:08:09Z");
        CertificateSlots slots = SimulatorChain.forPart(serial, key.publicKey(), random,
                Clock.fixed(now, ZoneOffset.UTC));
        ChainDefinition definition = BuiltInDefinitions.of(SimulatorChain.otpZone(), slots).orElseThrow();
        CertificateChain chain = definition.rebuild(slots, key.publicKey(), serial, Optional.empty());
        assertTrue(definition.simulated());
        ChainReport report = ChainReport.of(chain, now);
        assertTrue(report.holds(), report.checks().toString());
        Openssl.Answer verified = Openssl.verify(folder, chain, now.getEpochSecond());
        assertEquals(0, verified.exitCode(), verified.output());
        assertTrue(chain.device().subjectText().contains("TrustFLEX Simulator sn" + serial.hex()));
        assertNotEquals(BuiltInDefinitions.manufacturerRoot(), chain.root());
        assertTrue(BuiltInDefinitions.isSimulated(SimulatorChain.otpZone()));
        assertFalse(BuiltInDefinitions.isSimulated(otp("wdNxAjae")));
        ChainDefinition real = BuiltInDefinitions.of(otp("wdNxAjae"), slots).orElseThrow();
        assertThrows(MalformedCertificate.class,
                () -> real.rebuild(slots, key.publicKey(), serial, Optional.empty()));
    }
}
