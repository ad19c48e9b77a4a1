package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.simulator.refusal.RefusalReason.GEN_DIG_NEEDS_OTHER_DATA;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_COUNTER;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When GenDig is refused (508A data sheet, section 9.6). */
class GenDigRulesTest {

    static Stream<Rule> genDigRules() {
        return Stream.of(
                Rule.of("there are zones 0 to 5",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x05, 14);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(ILLEGAL_MODE, GEN_DIG, 0x06, 14);
                        }),
                Rule.of("the configuration zone has four blocks",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x00, 3);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(ILLEGAL_PARAM2, GEN_DIG, 0x00, 4);
                        }),
                Rule.of("the OTP zone has two blocks",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x01, 1);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(ILLEGAL_PARAM2, GEN_DIG, 0x01, 2);
                        }),
                Rule.of("slots end at 15",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x02, 15);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(NO_SUCH_SLOT, GEN_DIG, 0x02, 16);
                        }),
                Rule.of("there are two counters",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x04, 1);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(NO_SUCH_COUNTER, GEN_DIG, 0x04, 2);
                        }),
                Rule.of("TempKey must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x02, 8);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, GEN_DIG, 0x02, 8)),
                Rule.of("the key of slot 6 needs a random nonce",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x02, 6);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(RANDOM_NONCE_NEEDED, GEN_DIG, 0x02, 6);
                        }),
                Rule.of("private keys are not digested",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x02, 5);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(KEY_IS_PRIVATE, GEN_DIG, 0x02, 0);
                        }),
                Rule.of("the key of slot 7 has NoMac and needs OtherData",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x02, 7, new byte[4]);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(GEN_DIG_NEEDS_OTHER_DATA, GEN_DIG, 0x02, 7);
                        }),
                Rule.of("OtherData has four bytes",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x02, 6, new byte[4]);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(ILLEGAL_LENGTH, GEN_DIG, 0x02, 6, new byte[5]);
                        }),
                Rule.of("a shared nonce has 32 bytes",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x03, 0x8000, new byte[32]);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(ILLEGAL_LENGTH, GEN_DIG, 0x03, 0, new byte[20]);
                        }));
    }

    @ParameterizedTest
    @MethodSource("genDigRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void genDigTellsTheSlotForDataOnly() {
        Bench bench = Bench.prototype();
        bench.sessionKey(6);
        assertEquals(6, bench.element().state().tempKey().orElseThrow().keyId());
        assertTrue(bench.element().state().tempKey().orElseThrow().genDig());
        bench.accepts(GEN_DIG, 0x05, 14);
        assertEquals(0, bench.element().state().tempKey().orElseThrow().keyId());
        assertFalse(bench.element().state().tempKey().orElseThrow().genDig());
    }
}
