package org.trustflex.simulator;

import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NO_MAC;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_NO_MAC;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_SOURCE;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When MAC is refused (508A data sheet, section 9.11). */
class MacRulesTest {

    private static final byte[] CHALLENGE = Bench.ANY_32;

    static Stream<Rule> macRules() {
        return Stream.of(
                Rule.of("the mode's source bit must fit a random nonce",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(MAC, 0x41, 5);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(TEMPKEY_SOURCE, MAC, 0x45, 5);
                        }),
                Rule.of("the mode's source bit must fit a nonce from outside",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(MAC, 0x05, 5);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(TEMPKEY_SOURCE, MAC, 0x01, 5);
                        }),
                Rule.of("TempKey must be valid where the mode uses it",
                        bench -> bench.accepts(MAC, 0x00, 5, CHALLENGE),
                        bench -> bench.refuses(TEMPKEY_INVALID, MAC, 0x01, 5)),
                Rule.of("the challenge has 32 bytes",
                        bench -> bench.accepts(MAC, 0x00, 5, CHALLENGE),
                        bench -> bench.refuses(ILLEGAL_LENGTH, MAC, 0x00, 5)),
                Rule.of("the key of slot 6 needs a random nonce",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(MAC, 0x01, 6);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(RANDOM_NONCE_NEEDED, MAC, 0x05, 6);
                        }),
                Rule.of("for slot 6 the random nonce must be in the message",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(MAC, 0x01, 6);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(RANDOM_NONCE_NEEDED, MAC, 0x00, 6, CHALLENGE);
                        }),
                Rule.of("the key of slot 7 has NoMac",
                        bench -> bench.accepts(MAC, 0x00, 9, CHALLENGE),
                        bench -> bench.refuses(KEY_NO_MAC, MAC, 0x00, 7, CHALLENGE)),
                Rule.of("TempKey made with a NoMac key gives no MAC",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x02, 9);
                            bench.accepts(MAC, 0x02, 5, CHALLENGE);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(GEN_DIG, 0x02, 7, new byte[4]);
                            bench.refuses(TEMPKEY_NO_MAC, MAC, 0x02, 5, CHALLENGE);
                        }),
                Rule.of("private keys give no MAC",
                        bench -> bench.accepts(MAC, 0x00, 5, CHALLENGE),
                        bench -> bench.refuses(KEY_IS_PRIVATE, MAC, 0x00, 0, CHALLENGE)),
                Rule.of("slots end at 15",
                        bench -> bench.accepts(MAC, 0x00, 15, CHALLENGE),
                        bench -> bench.refuses(NO_SUCH_SLOT, MAC, 0x00, 16, CHALLENGE)),
                Rule.of("MAC has no bit 3",
                        bench -> bench.accepts(MAC, 0x70, 5, CHALLENGE),
                        bench -> bench.refuses(ILLEGAL_MODE, MAC, 0x08, 5, CHALLENGE)));
    }

    @ParameterizedTest
    @MethodSource("macRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }
}
