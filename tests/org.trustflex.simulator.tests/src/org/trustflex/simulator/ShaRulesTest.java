package org.trustflex.simulator;

import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.atecc.packet.Opcode.SHA;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PUBLIC;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NO_MAC;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.SHA_NOT_STARTED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** When SHA is refused (TFLXTLS data sheet, section 5.1.8). */
class ShaRulesTest {

    private static final byte[] CHALLENGE = Bench.ANY_32;

    static Stream<Rule> shaRules() {
        return Stream.of(
                Rule.of("Update needs a start",
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0x01, 64, new byte[64]);
                        },
                        bench -> bench.refuses(SHA_NOT_STARTED, SHA, 0x01, 64, new byte[64])),
                Rule.of("End needs a start, and ends",
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0xC2, 0);
                        },
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0xC2, 0);
                            bench.refuses(SHA_NOT_STARTED, SHA, 0xC2, 0);
                        }),
                Rule.of("Update takes 64 bytes",
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0x01, 64, new byte[64]);
                        },
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.refuses(ILLEGAL_LENGTH, SHA, 0x01, 64, new byte[63]);
                        }),
                Rule.of("End takes up to 63 bytes",
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0x02, 63, new byte[63]);
                        },
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.refuses(ILLEGAL_PARAM2, SHA, 0x02, 64, new byte[64]);
                        }),
                Rule.of("End has three targets",
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0x42, 0);
                        },
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.refuses(ILLEGAL_MODE, SHA, 0x82, 0);
                        }),
                Rule.of("Public is for public keys",
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.accepts(SHA, 0x03, 14);
                        },
                        bench -> {
                            bench.accepts(SHA, 0x00, 0);
                            bench.refuses(KEY_NOT_PUBLIC, SHA, 0x03, 8);
                        }),
                Rule.of("an HMAC with the key of slot 6 needs a random nonce",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(SHA, 0x04, 6);
                        },
                        bench -> bench.refuses(RANDOM_NONCE_NEEDED, SHA, 0x04, 6)),
                Rule.of("the key of slot 7 gives no HMAC",
                        bench -> bench.accepts(SHA, 0x04, 5),
                        bench -> bench.refuses(KEY_NO_MAC, SHA, 0x04, 7)),
                Rule.of("private keys give no HMAC",
                        bench -> bench.accepts(SHA, 0x04, 9),
                        bench -> bench.refuses(KEY_IS_PRIVATE, SHA, 0x04, 1)),
                Rule.of("TempKey as the key of an HMAC must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(SHA, 0x04, 0xFFFF);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, SHA, 0x04, 0xFFFF)),
                Rule.of("SHA has no mode 5 on the 608",
                        bench -> bench.accepts(SHA, 0x00, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, SHA, 0x05, 0)));
    }

    @ParameterizedTest
    @MethodSource("shaRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x01, 0x03, 0x02 })
    void theAnswerToShaOutOfSequenceIsASetting(int mode) {
        Bench bench = Bench.of(Bench.prototypeImage(),
                SimulatorSettings.defaults().with(OpenPoint.SHA_OUT_OF_SEQUENCE, StatusCode.PARSE_ERROR));
        int param2 = mode == 0x01 ? 64 : mode == 0x03 ? 14 : 0;
        byte[] data = mode == 0x01 ? new byte[64] : new byte[0];
        bench.refuses(StatusCode.PARSE_ERROR, SHA_NOT_STARTED, SHA, mode, param2, data);
    }

    @Test
    void aRefusalAndOtherCommandsLeaveTheShaComputation() {
        Bench bench = Bench.prototype();
        bench.accepts(SHA, 0x00, 0);
        bench.refuses(KEY_NOT_PUBLIC, SHA, 0x03, 8);
        bench.fixedNonce();
        bench.accepts(MAC, 0x00, 5, CHALLENGE);
        bench.accepts(SHA, 0xC2, 0);
    }
}
