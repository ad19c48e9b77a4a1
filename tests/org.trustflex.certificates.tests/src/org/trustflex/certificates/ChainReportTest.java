package org.trustflex.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.TestChain;

class ChainReportTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final SecureRandom random = SeededRandom.of(4);
    private TestChain issued;

    @BeforeEach
    void issue() throws RejectedValue {
        issued = TestChain.of(ChainProfile.forOrganization("test"), NOW.toString(), random);
    }

    /** The device certificate once more, with something changed, signed by the signer or by whom the test wants. */
    private CertificateChain withDevice(UnaryOperator<CertificateContent> change, P256KeyPair signer) {
        P256Certificate device = issued.chain().device();
        CertificateContent content = new CertificateContent(device.serialNumber(), device.issuer().orElseThrow(),
                device.notBefore(), device.notAfter(), device.subject().orElseThrow(), device.publicKey(),
                device.authorityKeyIdentifier().orElseThrow(),
                List.of(CertificateExtension.END_ENTITY, CertificateExtension.DEVICE_KEY_USAGE,
                        CertificateExtension.SUBJECT_KEY_IDENTIFIER, CertificateExtension.AUTHORITY_KEY_IDENTIFIER),
                Optional.empty());
        return new CertificateChain(change.apply(content).sign(signer, random), issued.chain().signer(),
                issued.chain().root());
    }

    private static void failsOnly(String id, CertificateChain chain) {
        ChainReport report = ChainReport.of(chain, NOW);
        assertFalse(report.holds());
        assertEquals(List.of(id), report.checks().stream().filter(check -> !check.holds()).map(Check::id).toList());
    }

    @Test
    void aChainOfOurOwnHolds() {
        ChainReport report = ChainReport.of(issued.chain(), NOW);
        assertTrue(report.holds(), report.checks().toString());
        assertTrue(report.signaturesHold());
        assertEquals(6, report.of("root").size());
    }

    @Test
    void anothersSignatureIsSeen() {
        CertificateChain forged = withDevice(same -> same, P256KeyPair.generate(random));
        failsOnly("device.signature", forged);
        assertFalse(ChainReport.of(forged, NOW).signaturesHold());
    }

    @ParameterizedTest
    @CsvSource({ "issuer,device.issuer", "authority,device.authoritykey", "expired,device.validity",
            "ca,device.authority",
            "nokeyid,device.subjectkey" })
    void everyConditionCanFailAlone(String change, String id) {
        failsOnly(id, withDevice(content -> change(content, change), issued.signerKey()));
    }

    private static CertificateContent change(CertificateContent from, String change) {
        CertificateName issuer = change.equals("issuer") ? new CertificateName("other", "name") : from.issuer();
        KeyIdentifier authority = change.equals("authority") ? KeyIdentifier.of(from.publicKey())
                : from.authorityKeyIdentifier();
        CertificateTime end = change.equals("expired") ? CertificateTime.generalized(NOW.minusSeconds(1))
                : from.notAfter();
        List<CertificateExtension> extensions = switch (change) {
            case "ca" -> List.of(CertificateExtension.AUTHORITY, CertificateExtension.SUBJECT_KEY_IDENTIFIER,
                    CertificateExtension.AUTHORITY_KEY_IDENTIFIER);
            case "nokeyid" -> List.of(CertificateExtension.END_ENTITY, CertificateExtension.AUTHORITY_KEY_IDENTIFIER);
            default -> from.extensions();
        };
        return new CertificateContent(from.serialNumber(), issuer, from.notBefore(), end, from.subject(),
                from.publicKey(), authority, extensions, Optional.empty());
    }

    @Test
    void aSignerThatIsNoAuthorityIsSeen() {
        CertificateChain chain = issued.chain();
        ChainReport report = ChainReport.of(new CertificateChain(chain.device(), chain.device(), chain.root()), NOW);
        assertTrue(report.checks().contains(new Check("signer.authority", Check.Outcome.FAILS,
                "The signer certificate is not that of a certificate authority")));
    }

    /** A signer is dated to the full hour, before its root. */
    @Test
    void whatIsNotValidYetIsNoFault() {
        ChainReport report = ChainReport.of(issued.chain(), NOW.minusSeconds(7200));
        assertTrue(report.holds());
        assertTrue(report.checks().stream().anyMatch(check -> check.outcome() == Check.Outcome.NOTE));
    }

    @Test
    void differencesAreNamedFieldByField() {
        CertificateChain other = withDevice(from -> new CertificateContent(BigInteger.TEN, from.issuer(),
                from.notBefore(), CertificateTime.NO_EXPIRY, from.subject(), from.publicKey(),
                from.authorityKeyIdentifier(),
                List.of(CertificateExtension.DEVICE_KEY_USAGE, CertificateExtension.END_ENTITY), Optional.empty()),
                issued.signerKey());
        List<FieldDifference> differences = FieldDifference.between(issued.chain().device(), other.device());
        assertEquals(List.of("Serial number", "Not after", "Extension 2.5.29.14", "Extension 2.5.29.35",
                "Order of extensions", "Signature"), differences.stream().map(FieldDifference::field).toList());
        assertEquals("a", differences.get(0).found());
        assertEquals(List.of(), FieldDifference.between(other.device(), other.device()));
    }

    @ParameterizedTest
    @CsvSource({ "''", "hello", "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'",
            "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'" })
    void whatIsNoCertificateIsRefusedWithASentence(String pem) {
        MalformedCertificate refused = assertThrows(MalformedCertificate.class, () -> P256Certificate.fromPem(pem));
        assertFalse(refused.getMessage().isBlank());
    }

    /** Of the truth that remains after a bit has flipped, the signature knows. */
    @Test
    void noBitOfACertificateCanBeFlippedUnseen() {
        P256Certificate device = issued.chain().device();
        for (int bit = 0; bit < device.der().length * 8; bit++) {
            byte[] flipped = device.der();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertFalse(P256Certificate.fromDer(flipped).isSignedBy(issued.signerKey().publicKey()), "bit " + bit);
            } catch (MalformedCertificate refused) {
                assertFalse(refused.getMessage().isBlank());
            }
        }
    }

    @Test
    void trailingBytesAreRefused() throws Exception {
        byte[] der = issued.chain().device().der();
        byte[] more = Arrays.copyOf(der, der.length + 1);
        assertThrows(MalformedCertificate.class, () -> P256Certificate.fromDer(more));
    }

    @Test
    void filesOfOthersMayBePemOrDer() throws MalformedCertificate {
        P256Certificate device = issued.chain().device();
        assertEquals(device, P256Certificate.read(device.der()));
        assertEquals(device, P256Certificate.read(device.pem().getBytes(StandardCharsets.US_ASCII)));
    }
}
