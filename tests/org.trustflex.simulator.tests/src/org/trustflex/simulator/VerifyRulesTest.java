package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.atecc.packet.Opcode.VERIFY;
import static org.trustflex.simulator.KeyMaterial.DIGEST;
import static org.trustflex.simulator.KeyMaterial.PRIVATE;
import static org.trustflex.simulator.KeyMaterial.PUBLIC;
import static org.trustflex.simulator.KeyMaterial.SIGNATURE;
import static org.trustflex.simulator.KeyMaterial.VALID_14;
import static org.trustflex.simulator.KeyMaterial.WITH_PUBLIC_KEYS;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.IO_PROTECTION_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PUBLIC;
import static org.trustflex.simulator.refusal.RefusalReason.MESSAGE_BUFFER_SHORT;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_NOT_ON_CURVE;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_NOT_VALID;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.SIGNATURE_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_NO_X509;

import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** When Verify is refused (508A data sheet, section 9.20). */
class VerifyRulesTest {

    static Stream<Rule> verifyRules() {
        byte[] external = Bench.concat(SIGNATURE, PUBLIC);
        return Stream.of(
                Rule.of("slot 14 verifies only while its key is valid",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x20, 15, SIGNATURE);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(PUBLIC_KEY_NOT_VALID, VERIFY, 0x20, 14, SIGNATURE);
                        }).on(WITH_PUBLIC_KEYS),
                Rule.of("a signature over another message does not fit",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x20, 14, SIGNATURE);
                        },
                        bench -> {
                            bench.message(new byte[32]);
                            bench.refuses(SIGNATURE_MISMATCH, VERIFY, 0x20, 14, SIGNATURE);
                        }).on(VALID_14),
                Rule.of("the message may stand in TempKey, but somewhere it must",
                        bench -> {
                            bench.accepts(NONCE, 0x03, 0, DIGEST);
                            bench.accepts(VERIFY, 0x00, 14, SIGNATURE);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, VERIFY, 0x00, 14, SIGNATURE)).on(VALID_14),
                Rule.of("slots of data verify nothing",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x20, 13, SIGNATURE);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(KEY_NOT_PUBLIC, VERIFY, 0x20, 8, SIGNATURE);
                        }).on(WITH_PUBLIC_KEYS),
                Rule.of("private slots verify nothing",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x20, 13, SIGNATURE);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(KEY_NOT_PUBLIC, VERIFY, 0x20, 0, SIGNATURE);
                        }).on(WITH_PUBLIC_KEYS),
                Rule.of("a stored key must be a point of the curve",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x20, 13, SIGNATURE);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(PUBLIC_KEY_NOT_ON_CURVE, VERIFY, 0x20, 11, SIGNATURE);
                        }).on(WITH_PUBLIC_KEYS),
                Rule.of("with ReqRandom the message comes from a random nonce in TempKey",
                        bench -> {
                            byte[] nonce = bench.randomNonce();
                            bench.accepts(VERIFY, 0x00, 15, JdkCrypto.sign(PRIVATE, nonce));
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.message(DIGEST);
                            bench.refuses(RANDOM_NONCE_NEEDED, VERIFY, 0x20, 15, SIGNATURE);
                        }).on(Bench.withPolicy(WITH_PUBLIC_KEYS, 15, "0F0F", "7000")),
                Rule.of("with ReqRandom a message from outside does not do",
                        bench -> {
                            byte[] nonce = bench.randomNonce();
                            bench.accepts(VERIFY, 0x00, 15, JdkCrypto.sign(PRIVATE, nonce));
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(RANDOM_NONCE_NEEDED, VERIFY, 0x00, 15, SIGNATURE);
                        }).on(Bench.withPolicy(WITH_PUBLIC_KEYS, 15, "0F0F", "7000")),
                Rule.of("a key given along is of P-256",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x22, 0x0004, external);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(ILLEGAL_PARAM2, VERIFY, 0x22, 0x0000, external);
                        }),
                Rule.of("a key given along has 64 bytes",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x22, 0x0004, external);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(ILLEGAL_LENGTH, VERIFY, 0x22, 0x0004, SIGNATURE);
                        }),
                Rule.of("a certificate validates nothing without an X.509 format",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x22, 0x0004, external);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(VALIDATION_NO_X509, VERIFY, 0x01, 14, SIGNATURE);
                        }),
                Rule.of("Verify has no mode 4",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x22, 0x0004, external);
                        },
                        bench -> bench.refuses(ILLEGAL_MODE, VERIFY, 0x24, 14, SIGNATURE)),
                Rule.of("Verify has no bit 6",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x22, 0x0004, external);
                        },
                        bench -> bench.refuses(ILLEGAL_MODE, VERIFY, 0x62, 0x0004, external)),
                Rule.of("slots end at 15",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x20, 15, SIGNATURE);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(NO_SUCH_SLOT, VERIFY, 0x20, 16, SIGNATURE);
                        }).on(WITH_PUBLIC_KEYS),
                Rule.of("an answer with a MAC needs the system's nonce behind the message",
                        bench -> {
                            bench.accepts(NONCE, 0x63, 0,
                                    Bench.concat(DIGEST, new byte[32]));
                            assertEquals(32, bench.accepts(VERIFY, 0xA2, 0x0004, external).length);
                        },
                        bench -> {
                            bench.message(DIGEST);
                            bench.refuses(MESSAGE_BUFFER_SHORT, VERIFY, 0xA2, 0x0004, external);
                        }),
                Rule.of("an answer with a MAC needs an IO protection key",
                        bench -> {
                            bench.message(DIGEST);
                            bench.accepts(VERIFY, 0x22, 0x0004, external);
                        },
                        bench -> {
                            bench.accepts(NONCE, 0x63, 0,
                                    Bench.concat(DIGEST, new byte[32]));
                            bench.refuses(IO_PROTECTION_DISABLED, VERIFY, 0xA2, 0x0004, external);
                        }).on(Bench.prototypeImage().withConfigurationBytes(90, (byte) 0x0C)));
    }

    @ParameterizedTest
    @MethodSource("verifyRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0000000000000000000000000000000000000000000000000000000000000000",
            "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
            "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF" })
    void signaturesWithNumbersOutOfRangeDoNotFit(String number) {
        byte[] bad = HexFormat.of().parseHex(number);
        Bench bench = Bench.of(VALID_14);
        byte[] badR = SIGNATURE.clone();
        System.arraycopy(bad, 0, badR, 0, 32);
        byte[] badS = SIGNATURE.clone();
        System.arraycopy(bad, 0, badS, 32, 32);
        for (byte[] signature : new byte[][] { badR, badS }) {
            bench.message(DIGEST);
            bench.refuses(SIGNATURE_MISMATCH, VERIFY, 0x20, 14, signature);
        }
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "MISCOMPARE", "PARSE_ERROR", "EXECUTION_ERROR" })
    void theAnswerToAKeyThatIsNoPointIsASetting(StatusCode status) {
        Bench bench = Bench.of(Bench.prototypeImage(),
                SimulatorSettings.defaults().with(OpenPoint.PUBLIC_KEY_NOT_ON_CURVE, status));
        byte[] offCurve = PUBLIC.clone();
        offCurve[63] ^= 1;
        byte[] beyondThePrime = HexFormat.of().parseHex("FF".repeat(64));
        for (byte[] key : new byte[][] { offCurve, beyondThePrime, new byte[64] }) {
            bench.message(DIGEST);
            bench.refuses(status, PUBLIC_KEY_NOT_ON_CURVE, VERIFY, 0x22, 0x0004, Bench.concat(SIGNATURE, key));
        }
    }
}
