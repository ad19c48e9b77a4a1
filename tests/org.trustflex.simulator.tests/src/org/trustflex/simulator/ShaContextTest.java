package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.SHA;
import static org.trustflex.atecc.packet.Opcode.VERIFY;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.SHA_CONTEXT_MALFORMED;
import static org.trustflex.simulator.refusal.RefusalReason.SHA_CONTEXT_OF_HMAC;
import static org.trustflex.simulator.refusal.RefusalReason.SHA_NOT_STARTED;
import static org.trustflex.simulator.refusal.RefusalReason.SIGNATURE_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_AUTHORITY;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_CERTIFICATE_FORM;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_NOT_CONFIGURED;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_NO_CERTIFICATE;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_NO_X509;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_SLOT;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** Contexts of SHA, and the certificate that SHA digests for Verify(validate external). */
class ShaContextTest {

    private static final byte[] AUTHORITY = HexFormat.of().parseHex("11".repeat(32));
    private static final EccPublicKey KEY = publicKey(HexFormat.of().parseHex("22".repeat(32)));
    private static final byte[] BLOCK = Bench.ramp(64);
    private static final byte[] TAIL = Bench.ramp(10);
    /** Slot 14 takes a certificate with one block before the key and three blocks in all. */
    private static final EepromImage CERTIFIED = Bench.prototypeImage()
            .withSlotBytes(13, 0, publicKey(AUTHORITY).stored()).withSlotBytes(14, 0, KEY.stored())
            .withConfigurationBytes(92, (byte) 0x31);

    private static EccPublicKey publicKey(byte[] privateKey) {
        return PartFactory.publicKey(Bench.prototypeImage().withPrivateKey(0, privateKey), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 31, 62, 63, 64, 65, 127, 128, 190 })
    void aComputationGoesOnFromItsContext(int length) {
        byte[] message = Bench.ramp(length);
        Bench bench = Bench.prototype();
        bench.accepts(SHA, 0x00, 0);
        for (int at = 0; at < length; at += 64) {
            byte[] part = Arrays.copyOfRange(message, at, Math.min(length, at + 64));
            bench.accepts(SHA, 0x01, part.length, part);
        }
        byte[] context = bench.accepts(SHA, 0x06, 0);
        assertEquals(36 + length % 64, context.length);
        bench.accepts(SHA, 0x00, 0);
        bench.accepts(SHA, 0x02, 0);
        Bench another = Bench.prototype();
        another.accepts(SHA, 0x07, context.length, context);
        assertArrayEquals(JdkCrypto.sha256(Bench.concat(message, TAIL)),
                another.accepts(SHA, 0xC2, TAIL.length, TAIL));
    }

    @Test
    void readingAContextLeavesTheComputation() {
        Bench bench = Bench.prototype();
        bench.accepts(SHA, 0x00, 0);
        bench.accepts(SHA, 0x01, 64, BLOCK);
        bench.accepts(SHA, 0x06, 0);
        assertArrayEquals(JdkCrypto.sha256(BLOCK), bench.accepts(SHA, 0xC2, 0));
    }

    @Test
    void contextsHaveTheirForm() {
        Bench bench = Bench.prototype();
        bench.refuses(SHA_NOT_STARTED, SHA, 0x06, 0);
        bench.accepts(SHA, 0x00, 0);
        bench.refuses(ILLEGAL_PARAM2, SHA, 0x06, 1);
        bench.refuses(ILLEGAL_LENGTH, SHA, 0x07, 40, new byte[36]);
        bench.refuses(SHA_CONTEXT_MALFORMED, SHA, 0x07, 35, new byte[35]);
        bench.refuses(SHA_CONTEXT_MALFORMED, SHA, 0x07, 37, new byte[37]);
        bench.refuses(SHA_CONTEXT_MALFORMED, SHA, 0x07, 100, new byte[100]);
        bench.accepts(SHA, 0x07, 36, new byte[36]);
    }

    @Test
    void anUpdateHasOneTo64Bytes() {
        Bench bench = Bench.prototype();
        bench.accepts(SHA, 0x00, 0);
        bench.refuses(ILLEGAL_PARAM2, SHA, 0x01, 65, new byte[65]);
        bench.refuses(ILLEGAL_PARAM2, SHA, 0x01, 0);
        bench.refuses(ILLEGAL_LENGTH, SHA, 0x01, 10, new byte[9]);
        bench.accepts(SHA, 0x01, 10, TAIL);
        assertArrayEquals(JdkCrypto.sha256(Bench.concat(TAIL, TAIL)), bench.accepts(SHA, 0xC2, 10, TAIL));
    }

    @Test
    void theContextOfAnHmacStaysInside() {
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(5, 0, Bench.ANY_32));
        bench.accepts(SHA, 0x04, 5);
        bench.refuses(SHA_CONTEXT_OF_HMAC, SHA, 0x06, 0);
        assertArrayEquals(JdkCrypto.hmac(Bench.ANY_32, TAIL), bench.accepts(SHA, 0xC2, TAIL.length, TAIL));
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "PARSE_ERROR", "EXECUTION_ERROR" })
    void theAnswerToNoContextIsASetting(StatusCode status) {
        Bench bench = Bench.of(Bench.prototypeImage(),
                SimulatorSettings.defaults().with(OpenPoint.SHA_CONTEXT_MALFORMED, status));
        bench.refuses(status, SHA_CONTEXT_MALFORMED, SHA, 0x07, 1, new byte[1]);
    }

    /** Digests a certificate: blocks, the key of a slot, blocks, and the rest. */
    private static void digestCertificate(Bench bench, int before, int slot, int behind) {
        bench.accepts(SHA, 0x00, 0);
        for (int block = 0; block < before; block++) {
            bench.accepts(SHA, 0x01, 64, BLOCK);
        }
        bench.accepts(SHA, 0x03, slot);
        for (int block = 0; block < behind; block++) {
            bench.accepts(SHA, 0x01, 64, BLOCK);
        }
        bench.accepts(SHA, 0x02, TAIL.length, TAIL);
    }

    private static byte[] certificateSignature() {
        return JdkCrypto.signMessage(AUTHORITY, Bench.concat(BLOCK, KEY.bytes(), BLOCK, TAIL));
    }

    @Test
    void aCertificateMakesAKeyValid() {
        Bench bench = Bench.of(CERTIFIED);
        digestCertificate(bench, 1, 14, 1);
        bench.accepts(VERIFY, 0x01, 14, certificateSignature());
        assertTrue(bench.element().eeprom().publicKeyValid(14));
    }

    @Test
    void theSignatureOfTheCertificateMustFit() {
        Bench bench = Bench.of(CERTIFIED);
        digestCertificate(bench, 1, 14, 1);
        bench.refuses(SIGNATURE_MISMATCH, VERIFY, 0x01, 14, JdkCrypto.signMessage(AUTHORITY, BLOCK));
    }

    @Test
    void theKeyStandsWhereTheFormatSays() {
        Bench bench = Bench.of(CERTIFIED);
        bench.refuses(TEMPKEY_INVALID, VERIFY, 0x01, 14, certificateSignature());
        digestCertificate(bench, 2, 14, 0);
        bench.refuses(VALIDATION_CERTIFICATE_FORM, VERIFY, 0x01, 14, certificateSignature());
        digestCertificate(bench, 1, 14, 2);
        bench.refuses(VALIDATION_CERTIFICATE_FORM, VERIFY, 0x01, 14, certificateSignature());
        digestCertificate(bench, 1, 13, 1);
        bench.refuses(VALIDATION_NO_CERTIFICATE, VERIFY, 0x01, 14, certificateSignature());
        bench.fixedNonce();
        bench.refuses(VALIDATION_NO_CERTIFICATE, VERIFY, 0x01, 14, certificateSignature());
    }

    @Test
    void theConfigurationMustKnowCertificates() {
        byte[] signature = certificateSignature();
        Bench.prototype().refuses(VALIDATION_NO_X509, VERIFY, 0x01, 14, signature);
        Bench.of(CERTIFIED).refuses(VALIDATION_NOT_CONFIGURED, VERIFY, 0x01, 13, signature);
        Bench.of(CERTIFIED).refuses(VALIDATION_SLOT, VERIFY, 0x01, 7, signature);
        Bench.of(CERTIFIED).refuses(ILLEGAL_LENGTH, VERIFY, 0x01, 14, new byte[63]);
        Bench.of(Bench.withPolicy(CERTIFIED, 14, "081F", "1200")).refuses(VALIDATION_AUTHORITY, VERIFY, 0x01, 14,
                signature);
    }
}
