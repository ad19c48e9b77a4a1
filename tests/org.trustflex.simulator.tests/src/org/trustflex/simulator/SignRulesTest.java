package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trustflex.atecc.packet.Opcode.COUNTER;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.atecc.packet.Opcode.SIGN;
import static org.trustflex.atecc.packet.Opcode.VERIFY;
import static org.trustflex.simulator.KeyMaterial.DIGEST;
import static org.trustflex.simulator.KeyMaterial.EMPTY_SLOTS;
import static org.trustflex.simulator.KeyMaterial.SIGNATURE;
import static org.trustflex.simulator.KeyMaterial.WITH_PUBLIC_KEYS;
import static org.trustflex.simulator.KeyMaterial.authorize;
import static org.trustflex.simulator.KeyMaterial.digestOfSlot14;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_MISSING;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_AUTHORIZATION;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_LATCH;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_SECRET;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_USED_UP;
import static org.trustflex.simulator.refusal.RefusalReason.MESSAGE_BUFFER_EMPTY;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.SIGN_EXTERNAL_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.SIGN_INTERNAL_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_NOT_A_DIGEST;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.simulator.eeprom.EepromImage;

/** When Sign is refused (508A data sheet, section 9.18). */
class SignRulesTest {

    static Stream<Rule> signRules() {
        return Stream.of(
                Rule.of("slot 0 signs digests from outside, slot 1 does not",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 0);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(SIGN_EXTERNAL_FORBIDDEN, SIGN, 0x80, 1);
                        }),
                Rule.of("slot 1 signs the element's own messages, slot 0 does not",
                        bench -> {
                            digestOfSlot14(bench);
                            bench.accepts(SIGN, 0x00, 1);
                        },
                        bench -> {
                            digestOfSlot14(bench);
                            bench.refuses(SIGN_INTERNAL_FORBIDDEN, SIGN, 0x00, 0);
                        }),
                Rule.of("own messages are about a digest, not a nonce",
                        bench -> {
                            bench.sessionKey(6);
                            bench.accepts(SIGN, 0x00, 1);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(TEMPKEY_NOT_A_DIGEST, SIGN, 0x00, 1);
                        }),
                Rule.of("own messages are not about the configuration zone",
                        bench -> {
                            bench.sessionKey(8);
                            bench.accepts(SIGN, 0x00, 1);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x00, 0);
                            bench.refuses(TEMPKEY_NOT_A_DIGEST, SIGN, 0x00, 1);
                        }),
                Rule.of("own messages come from TempKey only",
                        bench -> {
                            digestOfSlot14(bench);
                            bench.accepts(SIGN, 0x41, 1);
                        },
                        bench -> {
                            digestOfSlot14(bench);
                            bench.refuses(ILLEGAL_MODE, SIGN, 0x20, 1);
                        }),
                Rule.of("no own messages before the data zone is locked",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 0);
                        },
                        bench -> {
                            digestOfSlot14(bench);
                            bench.refuses(DATA_OPEN, SIGN, 0x00, 1);
                        }).on(Bench.prototypeImage().withConfigurationBytes(86, (byte) 0x55)),
                Rule.of("a digest from outside needs no random nonce, but a message",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(SIGN, 0xA0, 0);
                        },
                        bench -> bench.refuses(MESSAGE_BUFFER_EMPTY, SIGN, 0xA0, 0)),
                Rule.of("TempKey must be valid",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(SIGN, 0x80, 2);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, SIGN, 0x80, 2)),
                Rule.of("public slots sign nothing",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 4);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NOT_PRIVATE, SIGN, 0x80, 14);
                        }),
                Rule.of("a slot without a key signs nothing",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 4);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_MISSING, SIGN, 0x80, 2);
                        }).on(EMPTY_SLOTS),
                Rule.of("a private key slot that is not secret signs nothing",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 3);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NOT_SECRET, SIGN, 0x80, 2);
                        }).on(Bench.withPolicy(Bench.prototypeImage(), 2, "0520", "7300")),
                Rule.of("slots end at 15",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 0);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(NO_SUCH_SLOT, SIGN, 0x80, 16);
                        }),
                Rule.of("Sign has no mode 90",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0xC0, 0);
                        },
                        bench -> bench.refuses(ILLEGAL_MODE, SIGN, 0x90, 0)),
                Rule.of("a key with bit 12 needs the latch",
                        bench -> {
                            bench.accepts(INFO, 0x04, 0x0003);
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 0);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NEEDS_LATCH, SIGN, 0x80, 0);
                            bench.accepts(GEN_KEY, 0x00, 0);
                        }).on(Bench.withPolicy(Bench.prototypeImage(), 0, "8500", "5310")
                                .withConfigurationBytes(70, (byte) 0x0B)),
                Rule.of("authorization is used up by one use",
                        bench -> {
                            authorize(bench);
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 2);
                        },
                        bench -> {
                            authorize(bench);
                            bench.fixedNonce();
                            bench.accepts(SIGN, 0x80, 2);
                            bench.fixedNonce();
                            bench.refuses(KEY_NEEDS_AUTHORIZATION, SIGN, 0x80, 2);
                        }).on(Bench.withPolicy(Bench.prototypeImage(), 2, "8520", "F309")));
    }

    @ParameterizedTest
    @MethodSource("signRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void aLimitedKeyCountsItsUsesAndStopsAtTheMatch() {
        EepromImage limited = Bench.withPolicy(Bench.prototypeImage(), 0, "A500", "5300")
                .withConfigurationBytes(18, (byte) 0x81).withSlotBytes(8, 0, (byte) 2, (byte) 0, (byte) 0, (byte) 0);
        Bench bench = Bench.of(limited);
        for (int use = 1; use <= 2; use++) {
            bench.fixedNonce();
            bench.accepts(SIGN, 0x80, 0);
            assertEquals(use, bench.accepts(COUNTER, 0x00, 0)[0]);
        }
        bench.fixedNonce();
        bench.refuses(KEY_USED_UP, SIGN, 0x80, 0);
        assertEquals(2, bench.accepts(COUNTER, 0x00, 0)[0]);
    }

    @Test
    void aRefusedUseIsNotCounted() {
        Bench bench = Bench.of(Bench.withPolicy(Bench.prototypeImage(), 0, "A500", "5300"));
        bench.refuses(TEMPKEY_INVALID, SIGN, 0x80, 0);
        assertEquals(0, bench.accepts(COUNTER, 0x00, 0)[0]);
    }

    @Test
    void aStoredVerifyAuthorizes() {
        Bench bench = Bench.of(Bench.withPolicy(WITH_PUBLIC_KEYS, 2, "8520", "F30D"));
        bench.message(DIGEST);
        bench.accepts(VERIFY, 0x20, 13, SIGNATURE);
        assertEquals(0x04 | 13 << 3, bench.accepts(INFO, 0x02, 0)[1] & 0x7F);
        bench.fixedNonce();
        bench.accepts(SIGN, 0x80, 2);
        assertEquals(0, bench.accepts(INFO, 0x02, 0)[1] & 0x7F);
        bench.fixedNonce();
        bench.refuses(KEY_NEEDS_AUTHORIZATION, SIGN, 0x80, 2);
        bench.refuses(TEMPKEY_INVALID, MAC, 0x01, 9);
    }
}
