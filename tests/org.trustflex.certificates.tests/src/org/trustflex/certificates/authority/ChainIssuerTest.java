package org.trustflex.certificates.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.CertificateRequest;
import org.trustflex.certificates.CertificateTime.Form;
import org.trustflex.certificates.ChainReport;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.definition.ChainDefinition;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.vectors.Openssl;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.TestChain;

/** Every certificate that is issued here is judged by openssl and comes back from its 72 bytes. */
class ChainIssuerTest {

    private static final String NOW = "2026-03-04T05:06:07Z";

    @TempDir
    Path folder;

    /** Leap days, years that need the second format, the change from UTCTime to GeneralizedTime, no expiry. */
    @ParameterizedTest
    @CsvSource({ "2026-03-04T05:06:07Z,31,28", "2024-02-29T10:11:12Z,31,28", "2028-02-29T00:00:00Z,1,3",
            "2031-12-31T23:59:59Z,31,28", "2032-01-01T00:00:00Z,31,28", "2033-06-07T08:09:10Z,127,100",
            "2049-12-31T23:59:59Z,31,28", "2050-01-01T00:00:00Z,31,28", "2051-05-05T05:05:05Z,1,1",
            "2100-02-28T12:00:00Z,4,96", "2127-12-31T23:59:59Z,127,127", "2026-03-04T05:06:07Z,0,0",
            "2000-01-01T00:00:00Z,31,31", "2060-01-01T00:00:00Z,0,28" })
    void everyDateIsRight(String now, int signerYears, int deviceYears) throws Exception {
        ChainProfile profile = ChainProfile.forOrganization("test").withYears(signerYears, deviceYears);
        TestChain issued = TestChain.of(profile, now, SeededRandom.of(now.hashCode()));
        opensslAgrees(issued.chain(), Instant.parse(now));
        comesBackFromTheSlots(issued);
        boolean general = Instant.parse(now).atOffset(ZoneOffset.UTC).getYear() >= 2050;
        assertEquals(general ? Form.GENERALIZED_TIME : Form.UTC_TIME, issued.chain().device().notBefore().form());
        assertEquals(Form.GENERALIZED_TIME, issued.chain().device().notAfter().form());
    }

    /** Names that contain what the vendor's tool looks for in them: the signer id and the serial number. */
    @ParameterizedTest
    @CsvSource({ "FFFF,Signer,FFFF,sn", "FFFF FFFF,FFFF FFFF,FFFF,FFFF",
            "0123AABBCCDDEEFF01,0123AABBCCDDEEFF01,0A0B,0123AABBCCDDEEFF01",
            "012301020304050601,Signer,0000,012301020304050601", "'a, \"b\"=c',x+y;<>\\#,1234,'#1, '",
            "Müller,Größe Ö,ABCD,série-" })
    void namesMayContainAnything(String organization, String signer, String id, String device) throws Exception {
        ChainProfile profile = ChainProfile.forOrganization(organization).withSignerName(signer)
                .withSignerId(SignerId.parse(id)).withDevicePrefix(device.strip());
        TestChain issued = TestChain.of(profile, NOW, SeededRandom.of(1));
        opensslAgrees(issued.chain(), Instant.parse(NOW));
        comesBackFromTheSlots(issued);
    }

    @Test
    void randomOrganisationNamesAreRight() throws Exception {
        SecureRandom random = SeededRandom.create("randomOrganisationNames");
        for (int i = 0; i < 40; i++) {
            ChainProfile profile = randomProfile(random);
            TestChain issued = TestChain.of(profile, NOW, random);
            comesBackFromTheSlots(issued);
            assertEquals(profile.organization(), issued.chain().device().organization());
            if (i < 10) {
                opensslAgrees(issued.chain(), Instant.parse(NOW));
            }
        }
    }

    /** Certificate to 72 bytes to certificate, with everything that can differ drawn at random. */
    @Test
    void randomCertificatesComeBackFromTheirBytes() throws Exception {
        SecureRandom random = SeededRandom.create("randomCertificates");
        long first = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
        long span = Instant.parse("2128-01-01T00:00:00Z").getEpochSecond() - first;
        for (int i = 0; i < 150; i++) {
            Instant now = Instant.ofEpochSecond(first + (long) (random.nextDouble() * span));
            ChainProfile profile = randomProfile(random).withYears(random.nextInt(128), random.nextInt(128))
                    .withSignerId(SignerId.parse(String.format("%04x", random.nextInt(0x10000))));
            comesBackFromTheSlots(TestChain.of(profile, now.toString(), random));
        }
    }

    private static ChainProfile randomProfile(SecureRandom random) {
        while (true) {
            StringBuilder name = new StringBuilder();
            int length = 1 + random.nextInt(24);
            int range = List.of(0x7F, 0x250, 0x3000, 0x1FFFF).get(random.nextInt(4));
            for (int i = 0; i < length; i++) {
                name.appendCodePoint(0x20 + random.nextInt(range - 0x20));
            }
            try {
                return ChainProfile.forOrganization(name.toString());
            } catch (RejectedValue rejected) {
                assertTrue(rejected.getMessage().endsWith("."), rejected.getMessage());
            }
        }
    }

    private void opensslAgrees(CertificateChain chain, Instant when) throws Exception {
        // In the last second of the hour all three are valid: signer and device since its beginning.
        Openssl.Answer verified = Openssl.verify(folder, chain, when.getEpochSecond() + 1);
        assertEquals(0, verified.exitCode(), verified.output());
        for (P256Certificate certificate : List.of(chain.root(), chain.signer(), chain.device())) {
            assertEquals(Openssl.text(folder, certificate), Openssl.normalised(certificate.text()));
            assertEquals(certificate, P256Certificate.fromPem(certificate.pem()));
        }
        ChainReport report = ChainReport.of(chain, when);
        assertTrue(report.holds(), report.checks().toString());
    }

    private static void comesBackFromTheSlots(TestChain issued) throws MalformedCertificate {
        CertificateChain chain = issued.chain();
        ChainDefinition definition = ChainDefinition.of(chain.root(), chain.signer(), chain.device(),
                TestChain.DEVICE);
        CertificateSlots slots = definition.compress(chain, TestChain.DEVICE, Optional.empty());
        assertEquals(chain, definition.rebuild(slots, issued.deviceKey().publicKey(), TestChain.DEVICE,
                Optional.empty()));
    }

    @Test
    void theRequestIsWhatOpensslTakes() throws Exception {
        SecureRandom random = SeededRandom.of(7);
        P256KeyPair key = P256KeyPair.generate(random);
        ChainIssuer issuer = new ChainIssuer(ChainProfile.forOrganization("Acme Devices"), random,
                Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC));
        CertificateRequest request = issuer.signerRequest(key);
        Files.writeString(folder.resolve("signer.csr"), request.pem(), StandardCharsets.US_ASCII);
        Openssl.Answer answer = Openssl.run(folder, "req", "-in", "signer.csr", "-verify", "-noout", "-text");
        assertEquals(0, answer.exitCode(), answer.output());
        for (String part : List.of("CN = Crypto Authentication Signer FFFF", "CA:TRUE, pathlen:0",
                "Digital Signature, Certificate Sign, CRL Sign", "X509v3 Authority Key Identifier")) {
            assertTrue(answer.output().contains(part), answer.output());
        }
        assertEquals(request, CertificateRequest.fromPem(request.pem()));
    }

    @Test
    void aRequestThatAnotherKeySignedIsRefused() throws Exception {
        SecureRandom random = SeededRandom.of(8);
        Files.writeString(folder.resolve("k.pem"), P256KeyPair.generate(random).toPem());
        Openssl.Answer made = Openssl.run(folder, "req", "-new", "-key", "k.pem", "-utf8", "-subj", "/O=a/CN=b",
                "-outform", "DER", "-out", "r.der");
        assertEquals(0, made.exitCode(), made.output());
        byte[] der = Files.readAllBytes(folder.resolve("r.der"));
        assertEquals("b", CertificateRequest.fromPem(pem(der)).subject().commonName());
        der[der.length - 1] ^= 1;
        assertThrows(MalformedCertificate.class, () -> CertificateRequest.fromPem(pem(der)));
    }

    private static String pem(byte[] der) {
        return org.trustflex.certificates.keys.PemText.of("CERTIFICATE REQUEST", der);
    }

    @Test
    void aYearThatCantBeCompressedIsRejectedBeforeAnythingIsSigned() throws RejectedValue {
        ChainIssuer issuer = new ChainIssuer(ChainProfile.forOrganization("test"), SeededRandom.of(1),
                Clock.fixed(Instant.parse("2128-01-01T00:00:00Z"), ZoneOffset.UTC));
        RejectedValue rejected = assertThrows(RejectedValue.class, issuer::requireEncodable);
        assertTrue(rejected.getMessage().contains("2128"), rejected.getMessage());
    }

    @Test
    void theBeginningOfAnEarlierCertificateIsKept() throws RejectedValue {
        SecureRandom random = SeededRandom.of(3);
        TestChain issued = TestChain.of(ChainProfile.forOrganization("test"), NOW, random);
        ChainIssuer later = new ChainIssuer(ChainProfile.forOrganization("test"), random,
                Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));
        P256Certificate again = later.device(TestChain.DEVICE, issued.deviceKey().publicKey(), issued.signerKey(),
                issued.chain().signer(), Optional.of(issued.chain().device().notBefore().instant()));
        assertEquals(issued.chain().device().notBefore(), again.notBefore());
        assertEquals(issued.chain().device().serialNumber(), again.serialNumber());
    }
}
