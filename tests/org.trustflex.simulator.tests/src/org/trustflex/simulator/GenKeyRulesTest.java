package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.SIGN;
import static org.trustflex.simulator.KeyMaterial.EMPTY_SLOTS;
import static org.trustflex.simulator.KeyMaterial.authorize;
import static org.trustflex.simulator.refusal.RefusalReason.CONFIGURATION_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_FIXED;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_MISSING;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_AUTHORIZATION;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PUBLIC;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_SECRET;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_HIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.SLOT_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_HOLDS_NO_PRIVATE_KEY;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_HOLDS_PRIVATE_KEY;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When GenKey is refused (508A data sheet, section 9.7). */
class GenKeyRulesTest {

    static Stream<Rule> genKeyRules() {
        return Stream.of(
                Rule.of("GenKey replaces the key of slot 2, not that of slot 0",
                        bench -> bench.accepts(GEN_KEY, 0x04, 2),
                        bench -> bench.refuses(KEY_FIXED, GEN_KEY, 0x04, 0)),
                Rule.of("GenKey does not replace the key of slot 1",
                        bench -> bench.accepts(GEN_KEY, 0x04, 4),
                        bench -> bench.refuses(KEY_FIXED, GEN_KEY, 0x04, 1)),
                Rule.of("GenKey makes keys in private slots only",
                        bench -> bench.accepts(GEN_KEY, 0x04, 3),
                        bench -> bench.refuses(KEY_NOT_PRIVATE, GEN_KEY, 0x04, 5)),
                Rule.of("GenKey makes no public key of a public key",
                        bench -> bench.accepts(GEN_KEY, 0x00, 0),
                        bench -> bench.refuses(KEY_NOT_PRIVATE, GEN_KEY, 0x00, 14)),
                Rule.of("GenKey leaves locked slots alone",
                        bench -> bench.accepts(GEN_KEY, 0x04, 2),
                        bench -> {
                            bench.accepts(LOCK, 2 << 2 | 2, 0);
                            bench.accepts(GEN_KEY, 0x00, 2);
                            bench.refuses(SLOT_LOCKED, GEN_KEY, 0x04, 2);
                        }),
                Rule.of("a slot must hold a key",
                        bench -> bench.accepts(GEN_KEY, 0x00, 4),
                        bench -> bench.refuses(KEY_MISSING, GEN_KEY, 0x00, 2)).on(EMPTY_SLOTS),
                Rule.of("a number beyond the order of the curve is no key",
                        bench -> bench.accepts(GEN_KEY, 0x00, 4),
                        bench -> bench.refuses(KEY_MISSING, GEN_KEY, 0x00, 3)).on(EMPTY_SLOTS),
                Rule.of("without PubInfo a public key is given out only when it is made",
                        bench -> bench.accepts(GEN_KEY, 0x04, 2),
                        bench -> bench.refuses(PUBLIC_KEY_HIDDEN, GEN_KEY, 0x00, 2))
                        .on(Bench.withPolicy(Bench.prototypeImage(), 2, "8520", "7100")),
                Rule.of("a private key slot must be secret",
                        bench -> bench.accepts(GEN_KEY, 0x00, 3),
                        bench -> bench.refuses(KEY_NOT_SECRET, GEN_KEY, 0x00, 2))
                        .on(Bench.withPolicy(Bench.prototypeImage(), 2, "0520", "7300")),
                Rule.of("nothing before the configuration is locked",
                        bench -> bench.accepts(INFO, 0x00, 0),
                        bench -> bench.refuses(CONFIGURATION_OPEN, GEN_KEY, 0x04, 2))
                        .on(Bench.prototypeImage().withConfigurationBytes(86, (byte) 0x55, (byte) 0x55)),
                Rule.of("a key that needs authorization is replaced after it only",
                        bench -> {
                            authorize(bench);
                            bench.accepts(GEN_KEY, 0x04, 2);
                        },
                        bench -> bench.refuses(KEY_NEEDS_AUTHORIZATION, GEN_KEY, 0x04, 2))
                        .on(Bench.withPolicy(Bench.prototypeImage(), 2, "8520", "F309")),
                Rule.of("the digest of slot 0 needs a random nonce",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_KEY, 0x08, 0);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(RANDOM_NONCE_NEEDED, GEN_KEY, 0x08, 0);
                        }),
                Rule.of("the digest of a new key needs a random nonce, or no key is made",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_KEY, 0x0C, 3);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(RANDOM_NONCE_NEEDED, GEN_KEY, 0x0C, 3);
                        }),
                Rule.of("a digest needs TempKey, or no key is made",
                        bench -> bench.accepts(GEN_KEY, 0x04, 3),
                        bench -> bench.refuses(TEMPKEY_INVALID, GEN_KEY, 0x0C, 3)),
                Rule.of("the digest of slot 14 needs any nonce",
                        KeyMaterial::digestOfSlot14,
                        bench -> bench.refuses(TEMPKEY_INVALID, GEN_KEY, 0x10, 14, new byte[3])),
                Rule.of("mode 10 is for public slots, not for 10",
                        KeyMaterial::digestOfSlot14,
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NOT_PUBLIC, GEN_KEY, 0x10, 10, new byte[3]);
                        }),
                Rule.of("mode 10 is not for slots below 8",
                        KeyMaterial::digestOfSlot14,
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NOT_PUBLIC, GEN_KEY, 0x10, 0, new byte[3]);
                        }),
                Rule.of("mode 10 takes three bytes",
                        KeyMaterial::digestOfSlot14,
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(ILLEGAL_LENGTH, GEN_KEY, 0x10, 14);
                        }),
                Rule.of("slots end at 15",
                        bench -> bench.refuses(KEY_NOT_PRIVATE, GEN_KEY, 0x00, 15),
                        bench -> bench.refuses(NO_SUCH_SLOT, GEN_KEY, 0x00, 16)),
                Rule.of("GenKey has no mode 20",
                        bench -> bench.accepts(GEN_KEY, 0x00, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, GEN_KEY, 0x20, 0)),
                Rule.of("KeyID FFFF is a private key in TempKey",
                        bench -> assertArrayEquals(bench.accepts(GEN_KEY, 0x04, 0xFFFF),
                                bench.accepts(GEN_KEY, 0x00, 0xFFFF)),
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(TEMPKEY_HOLDS_NO_PRIVATE_KEY, GEN_KEY, 0x00, 0xFFFF);
                        }),
                Rule.of("a private key in TempKey is no message",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 0);
                        },
                        bench -> {
                            bench.accepts(GEN_KEY, 0x04, 0xFFFF);
                            bench.refuses(TEMPKEY_HOLDS_PRIVATE_KEY, SIGN, 0x80, 0);
                        }),
                Rule.of("a key in TempKey has no digest",
                        bench -> bench.accepts(GEN_KEY, 0x04, 0xFFFF),
                        bench -> bench.refuses(ILLEGAL_MODE, GEN_KEY, 0x0C, 0xFFFF)));
    }

    @ParameterizedTest
    @MethodSource("genKeyRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void genKeyMakesANewKeyAndKeepsIt() {
        Bench bench = Bench.prototype();
        byte[] before = bench.accepts(GEN_KEY, 0x00, 2);
        byte[] made = bench.accepts(GEN_KEY, 0x04, 2);
        assertArrayEquals(made, bench.accepts(GEN_KEY, 0x00, 2));
        assertFalse(Arrays.equals(before, made));
    }
}
