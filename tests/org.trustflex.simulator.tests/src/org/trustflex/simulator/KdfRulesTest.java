package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.KDF;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.simulator.refusal.RefusalReason.ALTERNATE_KEY_BUFFER_EMPTY;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_AEAD;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_AES_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_IV_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_IV_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_SOURCE_SHORT;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_TARGET_SHORT;
import static org.trustflex.simulator.refusal.RefusalReason.KDF_TARGET_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_SYMMETRIC;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.OUTPUT_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.IoProtection;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.vectors.Vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** KDF against the vendor's known answers and the JDK's HMAC, and when it is refused. */
class KdfRulesTest {

    private static final byte[] MESSAGE = Bench.ramp(16);
    private static final byte[] KEY = Bench.ramp(72);
    /** HKDF, 16 bytes of message that come along. */
    private static final byte[] HKDF_INPUT = input(0x10000002, MESSAGE);
    private static final byte[] PRF_32 = input(0x10000001, MESSAGE);
    private static final byte[] PRF_64 = input(0x10000101, MESSAGE);
    private static final byte[] AES_INPUT = input(0, MESSAGE);
    private static final EepromImage WITH_KEY = Bench.prototypeImage().withSlotBytes(9, 0, KEY);

    private static byte[] input(int details, byte... message) {
        byte[] head = { (byte) details, (byte) (details >> 8), (byte) (details >> 16), (byte) (details >> 24) };
        return Bench.concat(head, message);
    }

    private static void alternateKey(Bench bench) {
        bench.accepts(NONCE, 0x83, 0, Bench.ANY_32);
    }

    static Stream<Rule> rules() {
        return Stream.of(
                Rule.of("TempKey as the key must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(KDF, 0x50, 0, HKDF_INPUT);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, KDF, 0x50, 0, HKDF_INPUT)),
                Rule.of("the upper half of TempKey must be there",
                        bench -> {
                            bench.accepts(NONCE, 0x23, 0, new byte[64]);
                            bench.accepts(KDF, 0x51, 0, HKDF_INPUT);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KDF_SOURCE_SHORT, KDF, 0x51, 0, HKDF_INPUT);
                        }),
                Rule.of("the alternate key buffer must be loaded",
                        bench -> {
                            alternateKey(bench);
                            bench.accepts(KDF, 0x53, 0, HKDF_INPUT);
                        },
                        bench -> bench.refuses(ALTERNATE_KEY_BUFFER_EMPTY, KDF, 0x53, 0, HKDF_INPUT)),
                Rule.of("private keys derive nothing",
                        bench -> bench.accepts(KDF, 0x52, 5, HKDF_INPUT),
                        bench -> bench.refuses(KEY_IS_PRIVATE, KDF, 0x52, 4, HKDF_INPUT)),
                Rule.of("public keys derive nothing",
                        bench -> bench.accepts(KDF, 0x52, 9, HKDF_INPUT),
                        bench -> bench.refuses(KEY_NOT_SYMMETRIC, KDF, 0x52, 13, HKDF_INPUT)),
                Rule.of("source slots end at 15",
                        bench -> bench.accepts(KDF, 0x52, 9, HKDF_INPUT),
                        bench -> bench.refuses(NO_SUCH_SLOT, KDF, 0x52, 16, HKDF_INPUT)),
                Rule.of("target slots end at 15",
                        bench -> bench.accepts(KDF, 0x4A, 0x0905, HKDF_INPUT),
                        bench -> bench.refuses(NO_SUCH_SLOT, KDF, 0x4A, 0x1005, HKDF_INPUT)),
                Rule.of("a target slot needs PubInfo and clear writes",
                        bench -> bench.accepts(KDF, 0x4A, 0x0905, HKDF_INPUT),
                        bench -> bench.refuses(KDF_TARGET_SLOT, KDF, 0x4A, 0x0805, HKDF_INPUT)),
                Rule.of("a private key is never replaced",
                        bench -> bench.accepts(KDF, 0x4A, 0x0905, HKDF_INPUT),
                        bench -> bench.refuses(KEY_IS_PRIVATE, KDF, 0x4A, 0x0205, HKDF_INPUT)),
                Rule.of("there are six targets",
                        bench -> bench.accepts(KDF, 0x56, 9, HKDF_INPUT),
                        bench -> bench.refuses(ILLEGAL_MODE, KDF, 0x5A, 9, HKDF_INPUT)),
                Rule.of("there are three algorithms",
                        bench -> bench.accepts(KDF, 0x52, 9, HKDF_INPUT),
                        bench -> bench.refuses(ILLEGAL_MODE, KDF, 0x72, 9, HKDF_INPUT)),
                Rule.of("the details tell the message's length",
                        bench -> bench.accepts(KDF, 0x12, 9, PRF_32),
                        bench -> bench.refuses(ILLEGAL_LENGTH, KDF, 0x12, 9, input(0x11000001, MESSAGE))),
                Rule.of("AES takes 16 bytes",
                        bench -> bench.accepts(KDF, 0x32, 9, AES_INPUT),
                        bench -> bench.refuses(ILLEGAL_LENGTH, KDF, 0x32, 9, input(0, Bench.ANY_32))),
                Rule.of("a key of PRF must be there in full",
                        bench -> bench.accepts(KDF, 0x12, 9, input(0x10000003, MESSAGE)),
                        bench -> bench.refuses(KDF_SOURCE_SHORT, KDF, 0x12, 5, input(0x10000003, MESSAGE))),
                Rule.of("64 bytes do not fit the alternate key buffer",
                        bench -> bench.accepts(KDF, 0x0E, 9, PRF_32),
                        bench -> bench.refuses(KDF_TARGET_SHORT, KDF, 0x0E, 9, PRF_64)),
                Rule.of("nobody knows what AEAD is",
                        bench -> bench.accepts(KDF, 0x12, 9, PRF_32),
                        bench -> bench.refuses(KDF_AEAD, KDF, 0x12, 9, input(0x10000201, MESSAGE))),
                Rule.of("the upper half belongs to a valid TempKey",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(KDF, 0x46, 9, HKDF_INPUT);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, KDF, 0x46, 9, HKDF_INPUT)),
                Rule.of("a message in a slot is no private key",
                        bench -> bench.accepts(KDF, 0x52, 9, input(0x20000800)),
                        bench -> bench.refuses(KEY_IS_PRIVATE, KDF, 0x52, 9, input(0x20000000))),
                Rule.of("a message in a slot ends with the slot",
                        bench -> bench.accepts(KDF, 0x52, 9, input(0x48000A00)),
                        bench -> bench.refuses(KDF_SOURCE_SHORT, KDF, 0x52, 9, input(0x49000A00))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    static Stream<JsonObject> vendorCases() {
        return Vectors.load("kdf.json").getAsJsonArray("cases").asList().stream().map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("vendorCases")
    void theVendorsKnownAnswersComeOut(JsonObject vector) {
        Bench bench = Bench.prototype();
        boolean prf = vector.has("out64");
        bench.accepts(NONCE, 0x03, 0, Vectors.bytes(vector, prf ? "key32_tempkey" : "key_tempkey"));
        byte[] data = input(Long.decode(vector.get("details").getAsString()).intValue(),
                Vectors.bytes(vector, "message"));
        int mode = Integer.decode(vector.get("mode").getAsString());
        assertArrayEquals(Vectors.bytes(vector, prf ? "out64" : "out32"), bench.accepts(KDF, mode, 0, data));
        assertTrue(bench.tempKeyValid(), "KDF never clears TempKey");
    }

    @Test
    void hkdfIsOneHmacWhereverTheMessageIs() {
        Bench bench = Bench.of(WITH_KEY.withSlotBytes(8, 0, Bench.ramp(100)));
        byte[] key = Arrays.copyOf(KEY, 32);
        assertArrayEquals(JdkCrypto.hmac(key, MESSAGE), bench.accepts(KDF, 0x52, 9, HKDF_INPUT));
        assertArrayEquals(JdkCrypto.hmac(key, Bench.ramp(100)), bench.accepts(KDF, 0x52, 9, input(0x64000800)));
        bench.fixedNonce();
        assertArrayEquals(JdkCrypto.hmac(key, Bench.ANY_32), bench.accepts(KDF, 0x52, 9, input(0x20000001)));
        assertArrayEquals(JdkCrypto.hmac(new byte[32], MESSAGE),
                bench.accepts(KDF, 0x52, 9, input(0x10000006, MESSAGE)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void aesTakesTheKeyFromAPlaceInTheSource(int place) {
        byte[] key = Arrays.copyOfRange(KEY, 16 * place, 16 * place + 16);
        byte[] result = Bench.of(WITH_KEY).accepts(KDF, 0x32, 9, input(place, MESSAGE));
        assertArrayEquals(Arrays.copyOf(JdkCrypto.aes(true, key, MESSAGE), 32), result);
    }

    @ParameterizedTest
    @CsvSource({ "0x02, 32", "0x02, 64" })
    void resultsInTempKeyAreKeysOfTheNextStep(int mode, int length) {
        Bench bench = Bench.of(WITH_KEY);
        bench.accepts(KDF, mode, 9, length == 64 ? PRF_64 : PRF_32);
        byte[] derived = bench.accepts(KDF, 0x50, 0, HKDF_INPUT);
        byte[] prf = Bench.of(WITH_KEY).accepts(KDF, 0x12, 9, PRF_32);
        assertArrayEquals(JdkCrypto.hmac(prf, MESSAGE), derived);
        Answer upper = bench.run(KDF, 0x51, 0, HKDF_INPUT);
        assertEquals(length == 64, upper.refusal().isEmpty());
    }

    @Test
    void halvesOfTempKeyAreLoadedOneByOne() {
        Bench bench = Bench.of(WITH_KEY);
        bench.accepts(NONCE, 0x23, 0, Bench.ramp(64));
        bench.accepts(KDF, 0x46, 9, HKDF_INPUT);
        byte[] made = JdkCrypto.hmac(Arrays.copyOf(KEY, 32), MESSAGE);
        assertArrayEquals(JdkCrypto.hmac(Bench.ANY_32, MESSAGE), bench.accepts(KDF, 0x50, 0, HKDF_INPUT));
        assertArrayEquals(JdkCrypto.hmac(made, MESSAGE), bench.accepts(KDF, 0x51, 0, HKDF_INPUT));
        bench.accepts(KDF, 0x42, 9, input(0x02000002, (byte) 1, (byte) 2));
        byte[] lower = JdkCrypto.hmac(Arrays.copyOf(KEY, 32), new byte[] { 1, 2 });
        assertArrayEquals(JdkCrypto.hmac(lower, MESSAGE), bench.accepts(KDF, 0x50, 0, HKDF_INPUT));
        assertArrayEquals(JdkCrypto.hmac(made, MESSAGE), bench.accepts(KDF, 0x51, 0, HKDF_INPUT));
    }

    @Test
    void aResultInASlotIsWhatWouldHaveGoneOut() {
        Bench bench = Bench.of(WITH_KEY.withSlotBytes(5, 0, Bench.ANY_32));
        bench.accepts(KDF, 0x4A, 0x0905, HKDF_INPUT);
        assertArrayEquals(JdkCrypto.hmac(Bench.ANY_32, MESSAGE), bench.element().eeprom().block(9, 0));
        assertFalse(bench.tempKeyValid());
    }

    @ParameterizedTest
    @ValueSource(ints = { 32, 64 })
    void anEncryptedResultIsReadWithTheIoProtectionKey(int length) {
        byte[] ioKey = Bench.ramp(32);
        Bench bench = Bench.of(WITH_KEY.withSlotBytes(6, 0, ioKey));
        byte[] data = length == 64 ? PRF_64 : PRF_32;
        byte[] answer = bench.accepts(KDF, 0x16, 9, data);
        assertEquals(length + 32, answer.length);
        assertArrayEquals(bench.accepts(KDF, 0x12, 9, data), IoProtection.apply(ioKey,
                Arrays.copyOfRange(answer, length, length + 32), Arrays.copyOf(answer, length)));
    }

    @Test
    void theConfigurationDecidesOnAesAndOutput() {
        Bench.of(WITH_KEY.withConfigurationBytes(90, (byte) 0x0A)).refuses(KDF_AES_DISABLED, KDF, 0x32, 9, AES_INPUT);
        Bench inside = Bench.of(WITH_KEY.withConfigurationBytes(91, (byte) 0x68));
        inside.refuses(OUTPUT_FORBIDDEN, KDF, 0x52, 9, HKDF_INPUT);
        inside.refuses(OUTPUT_FORBIDDEN, KDF, 0x56, 9, HKDF_INPUT);
        inside.accepts(KDF, 0x42, 9, HKDF_INPUT);
        Bench encrypted = Bench.of(WITH_KEY.withConfigurationBytes(91, (byte) 0x64));
        assertEquals(64, encrypted.accepts(KDF, 0x52, 9, HKDF_INPUT).length);
        Bench.of(WITH_KEY.withConfigurationBytes(86, (byte) 0x55)).refuses(DATA_OPEN, KDF, 0x52, 9, HKDF_INPUT);
    }

    @Test
    void aMessageWithIvHoldsItInItsPlace() {
        byte[] right = { 1, 2, 'i', 'v' };
        Bench.of(WITH_KEY).refuses(KDF_IV_DISABLED, KDF, 0x52, 9, input(0x04000003, right));
        Bench bench = Bench.of(WITH_KEY.withConfigurationBytes(72, (byte) 2));
        assertArrayEquals(JdkCrypto.hmac(Arrays.copyOf(KEY, 32), right),
                bench.accepts(KDF, 0x52, 9, input(0x04000003, right)));
        bench.refuses(KDF_IV_MISMATCH, KDF, 0x52, 9, input(0x04000003, (byte) 1, (byte) 'i', (byte) 'v', (byte) 4));
    }
}
