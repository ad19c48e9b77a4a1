package org.trustflex.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.certificates.compressed.CompressedCertificate;
import org.trustflex.certificates.definition.ChainDefinition;
import org.trustflex.certificates.vectors.SeedChain;
import org.trustflex.certificates.vectors.Vectors;

/** The three certificates that the Trust Platform guide prints. */
class SeedCertificatesTest {

    private static final Instant THEN = Instant.parse("2020-07-01T09:00:00Z");

    private static ChainDefinition definition() throws MalformedCertificate {
        return ChainDefinition.of(SeedChain.certificate("root"), SeedChain.certificate("signer"),
                SeedChain.certificate("device"), SeedChain.SERIAL_NUMBER);
    }

    @Test
    void allThreeAreRebuiltByteForByteFromTheSlots() throws MalformedCertificate {
        CertificateChain rebuilt = definition().rebuild(SeedChain.slots(),
                SeedChain.certificate("device").publicKey(), SeedChain.SERIAL_NUMBER, Optional.empty());
        assertArrayEquals(Vectors.bytes(SeedChain.entry("device"), "der_hex"), rebuilt.device().der());
        assertArrayEquals(Vectors.bytes(SeedChain.entry("signer"), "der_hex"), rebuilt.signer().der());
        assertArrayEquals(Vectors.bytes(SeedChain.entry("root"), "der_hex"), rebuilt.root().der());
    }

    @Test
    void theRootIsBuiltByteForByteFromItsValues() throws MalformedCertificate {
        P256Certificate root = SeedChain.certificate("root");
        CertificateContent content = new CertificateContent(root.serialNumber(),
                new CertificateName("test", "Crypto Authentication Root CA 002"),
                CertificateTime.of(Instant.parse("2020-07-01T08:05:19Z")),
                CertificateTime.of(Instant.parse("2060-06-21T08:05:19Z")),
                new CertificateName("test", "Crypto Authentication Root CA 002"), root.publicKey(),
                KeyIdentifier.of(root.publicKey()),
                java.util.List.of(CertificateExtension.SUBJECT_KEY_IDENTIFIER,
                        CertificateExtension.AUTHORITY_KEY_IDENTIFIER, CertificateExtension.AUTHORITY),
                Optional.empty());
        assertArrayEquals(root.der(), content.withSignature(root.signature()).der());
    }

    @Test
    void theyCompressIntoTheSlotsThatTheVendorsLibraryComputed() throws MalformedCertificate {
        assertEquals(SeedChain.slots(),
                definition().compress(SeedChain.chain(), SeedChain.SERIAL_NUMBER, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "signer", "device" })
    void aCompressedCertificateIsReadAndWrittenUnchanged(String name) throws MalformedCertificate {
        byte[] bytes = Vectors.bytes(SeedChain.entry(name), "comp_cert");
        assertArrayEquals(bytes, CompressedCertificate.decode(bytes).encode());
    }

    @Test
    void theChainHoldsAndItsThingIdIsTheOneOfTheGuide() throws MalformedCertificate {
        ChainReport report = ChainReport.of(SeedChain.chain(), THEN);
        assertTrue(report.holds(), report.checks().toString());
        assertEquals("eabc56113c70227a18c0a62f7c285fc68d75f9cd", report.chain().thingId().hex());
    }

    /** The guide's dump of the root, its lines stripped as they are there. */
    @Test
    void theTextOfTheRootIsTheOneOfTheGuide() throws MalformedCertificate {
        String guide = """
                Certificate:
                Data:
                Version: 3 (0x2)
                Serial Number:
                7a:8b:9e:c9:b4:61:f1:75:b0:cc:e9:28:8b:1b:56:d6
                Signature Algorithm: ecdsa-with-SHA256
                Issuer: O=test, CN=Crypto Authentication Root CA 002
                Validity
                Not Before: Jul 1 08:05:19 2020 GMT
                Not After : Jun 21 08:05:19 2060 GMT
                Subject: O=test, CN=Crypto Authentication Root CA 002
                Subject Public Key Info:
                Public Key Algorithm: id-ecPublicKey
                Public-Key: (256 bit)
                pub:
                04:57:fa:a9:c4:b2:3e:ff:22:63:4b:9c:72:84:d7:
                4a:54:ac:b5:ac:f4:10:20:94:c5:75:28:aa:4c:bc:
                5e:8e:34:be:c3:82:6c:f3:ed:e5:0b:65:bc:d1:e7:
                cb:2f:2d:01:bc:33:6b:a0:ec:02:2c:f6:b0:62:f3:
                0c:8e:61:42:1a
                ASN1 OID: prime256v1
                NIST CURVE: P-256
                X509v3 extensions:
                X509v3 Subject Key Identifier:
                47:54:F4:28:96:38:AA:EB:92:4E:1B:8B:EE:E6:5D:F6:27:39:A4:49
                X509v3 Authority Key Identifier:
                keyid:47:54:F4:28:96:38:AA:EB:92:4E:1B:8B:EE:E6:5D:F6:27:39:A4:49
                X509v3 Basic Constraints: critical
                CA:TRUE
                Signature Algorithm: ecdsa-with-SHA256
                30:46:02:21:00:81:ec:52:b1:e4:ad:f7:c4:af:44:d0:fb:16:
                18:a6:51:69:a4:31:c5:24:72:a4:2e:ba:cb:88:55:a9:65:66:
                30:02:21:00:c9:46:db:6c:cd:50:a3:c7:71:c1:d0:c5:f4:2c:
                b1:81:f9:2d:f4:79:49:51:3e:58:2d:c7:cb:17:a6:fc:45:63
                """;
        String ours = SeedChain.certificate("root").text();
        assertEquals(guide, ours.lines().map(line -> line.strip().replaceAll(" +", " ") + "\n")
                .reduce("", String::concat));
    }
}
