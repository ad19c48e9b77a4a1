package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.AES;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.simulator.refusal.RefusalReason.ADDRESS_BEYOND_ZONE;
import static org.trustflex.simulator.refusal.RefusalReason.AES_BEFORE_LOCK;
import static org.trustflex.simulator.refusal.RefusalReason.AES_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_LATCH;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_AES;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_HOLDS_PRIVATE_KEY;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_SHORT;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.simulator.eeprom.EepromImage;

/** AES against the JDK's, and when it is refused (TFLXTLS data sheet, section 5.3.1; answers of real parts). */
class AesRulesTest {

    private static final byte[] BLOCK = Bench.ramp(16);
    private static final byte[] KEYS = Bench.ramp(72);
    private static final EepromImage WITH_KEYS = Bench.prototypeImage().withSlotBytes(9, 0, KEYS);

    static Stream<Rule> rules() {
        return Stream.of(
                Rule.of("the slot must be one for AES keys",
                        bench -> bench.accepts(AES, 0x00, 9, BLOCK),
                        bench -> bench.refuses(KEY_NOT_AES, AES, 0x00, 8, BLOCK)),
                Rule.of("slots end at 15",
                        bench -> bench.accepts(AES, 0x00, 9, BLOCK),
                        bench -> bench.refuses(NO_SUCH_SLOT, AES, 0x00, 16, BLOCK)),
                Rule.of("a block has 16 bytes",
                        bench -> bench.accepts(AES, 0x01, 9, BLOCK),
                        bench -> bench.refuses(ILLEGAL_LENGTH, AES, 0x01, 9, new byte[32])),
                Rule.of("a multiplication takes two blocks",
                        bench -> bench.accepts(AES, 0x03, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, AES, 0x03, 0, BLOCK)),
                Rule.of("there is no mode 2",
                        bench -> bench.accepts(AES, 0x01, 9, BLOCK),
                        bench -> bench.refuses(ILLEGAL_MODE, AES, 0x02, 9, BLOCK)),
                Rule.of("a slot of 36 bytes has two keys",
                        bench -> bench.accepts(AES, 0x40, 5, BLOCK),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, AES, 0x80, 5, BLOCK)),
                Rule.of("TempKey as the key must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(AES, 0x40, 0xFFFF, BLOCK);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, AES, 0x40, 0xFFFF, BLOCK)),
                Rule.of("a TempKey of 32 bytes has two keys",
                        bench -> {
                            bench.accepts(NONCE, 0x23, 0, new byte[64]);
                            bench.accepts(AES, 0xC0, 0xFFFF, BLOCK);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(TEMPKEY_SHORT, AES, 0x80, 0xFFFF, BLOCK);
                        }),
                Rule.of("a private key in TempKey is no AES key",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(AES, 0x00, 0xFFFF, BLOCK);
                        },
                        bench -> {
                            bench.accepts(GEN_KEY, 0x04, 0xFFFF);
                            bench.refuses(TEMPKEY_HOLDS_PRIVATE_KEY, AES, 0x00, 0xFFFF, BLOCK);
                        }),
                Rule.of("the latch must be set where the key asks for it",
                        bench -> {
                            bench.accepts(INFO, 0x04, 0x03);
                            bench.accepts(AES, 0x00, 9, BLOCK);
                        },
                        bench -> bench.refuses(KEY_NEEDS_LATCH, AES, 0x00, 9, BLOCK))
                        .on(Bench.withPolicy(WITH_KEYS, 9, "8F0F", "1A10").withConfigurationBytes(70, (byte) 0x0B)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void withoutAesEnableThereIsNoAes() {
        Bench without = Bench.of(WITH_KEYS.withConfigurationBytes(13, (byte) 0));
        without.refuses(AES_DISABLED, AES, 0x00, 9, BLOCK);
        without.refuses(AES_DISABLED, AES, 0x03, 0, new byte[32]);
    }

    @Test
    void beforeTheZonesAreLockedThereIsNoAes() {
        Bench.of(WITH_KEYS.withConfigurationBytes(86, (byte) 0x55)).refuses(AES_BEFORE_LOCK, AES, 0x00, 9, BLOCK);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void eachKeyOfASlotEncryptsAndDecrypts(int keyBlock) {
        Bench bench = Bench.of(WITH_KEYS);
        byte[] key = Arrays.copyOfRange(KEYS, 16 * keyBlock, 16 * keyBlock + 16);
        byte[] cipherText = bench.accepts(AES, keyBlock << 6, 9, BLOCK);
        assertArrayEquals(JdkCrypto.aes(true, key, BLOCK), cipherText);
        assertArrayEquals(BLOCK, bench.accepts(AES, keyBlock << 6 | 0x01, 9, cipherText));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void eachKeyInTempKeyServesAgainAndAgain(int keyBlock) {
        Bench bench = Bench.prototype();
        bench.accepts(NONCE, 0x23, 0, Bench.ramp(64));
        byte[] key = Arrays.copyOfRange(Bench.ramp(64), 16 * keyBlock, 16 * keyBlock + 16);
        for (int times = 0; times < 2; times++) {
            assertArrayEquals(JdkCrypto.aes(true, key, BLOCK),
                    bench.accepts(AES, keyBlock << 6, 0xFFFF, BLOCK));
        }
        assertTrue(bench.tempKeyValid());
    }

    @Test
    void theMultiplicationIsThatOfTheGcmSpecification() {
        byte[] factors = HexFormat.of()
                .parseHex("66E94BD4EF8A2C3B884CFA59CA342B2E" + "0388DACE60B6A392F328C2B971B2FE78");
        assertArrayEquals(HexFormat.of().parseHex("5E2EC746917062882C85B0685353DEB7"),
                Bench.prototype().accepts(AES, 0x03, 0, factors));
    }

    @Test
    void gcmMadeOfTheChipsCommandsIsTheJdks() {
        Bench bench = Bench.of(WITH_KEYS);
        byte[] nonce = Bench.ramp(12);
        byte[] hashKey = bench.accepts(AES, 0x00, 9, new byte[16]);
        byte[] cipherText = exclusiveOr(bench.accepts(AES, 0x00, 9, counter(nonce, 2)), BLOCK);
        byte[] lengths = HexFormat.of().parseHex("00000000000000000000000000000080");
        byte[] hash = bench.accepts(AES, 0x03, 0, Bench.concat(hashKey, cipherText));
        hash = bench.accepts(AES, 0x03, 0, Bench.concat(hashKey, exclusiveOr(hash, lengths)));
        byte[] tag = exclusiveOr(hash, bench.accepts(AES, 0x00, 9, counter(nonce, 1)));
        assertArrayEquals(JdkCrypto.gcm(Arrays.copyOf(KEYS, 16), nonce, BLOCK), Bench.concat(cipherText, tag));
    }

    private static byte[] counter(byte[] nonce, int value) {
        return Bench.concat(nonce, new byte[] { 0, 0, 0, (byte) value });
    }

    private static byte[] exclusiveOr(byte[] first, byte[] second) {
        byte[] result = first.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= second[i];
        }
        return result;
    }
}
