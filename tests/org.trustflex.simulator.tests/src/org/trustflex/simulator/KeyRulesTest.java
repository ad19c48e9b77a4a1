package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.trustflex.atecc.packet.Opcode.CHECK_MAC;
import static org.trustflex.atecc.packet.Opcode.COUNTER;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.atecc.packet.Opcode.SIGN;
import static org.trustflex.atecc.packet.Opcode.VERIFY;
import static org.trustflex.simulator.refusal.RefusalReason.CONFIGURATION_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.IO_PROTECTION_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_FIXED;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_MISSING;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_AUTHORIZATION;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_LATCH;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PUBLIC;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_SECRET;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_USED_UP;
import static org.trustflex.simulator.refusal.RefusalReason.MESSAGE_BUFFER_EMPTY;
import static org.trustflex.simulator.refusal.RefusalReason.MESSAGE_BUFFER_SHORT;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_HIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_NOT_ON_CURVE;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_NOT_VALID;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.SIGNATURE_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.SIGN_EXTERNAL_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.SIGN_INTERNAL_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.SLOT_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_HOLDS_NO_PRIVATE_KEY;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_HOLDS_PRIVATE_KEY;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_NOT_A_DIGEST;
import static org.trustflex.simulator.refusal.RefusalReason.VALIDATION_NO_X509;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.Macs;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** When GenKey, Sign and Verify are refused (508A data sheet, sections 9.7, 9.18 and 9.20). */
class KeyRulesTest {

    private static final byte[] PRIVATE = HexFormat.of().parseHex("33".repeat(32));
    private static final byte[] PUBLIC = PartFactory.publicKey(Bench.prototypeImage().withPrivateKey(0, PRIVATE), 0)
            .bytes();
    private static final byte[] DIGEST = Bench.ANY_32;
    private static final byte[] SIGNATURE = JdkCrypto.sign(PRIVATE, DIGEST);
    private static final byte[] STORED = EccPublicKey.of(PUBLIC).stored();
    private static final EepromImage WITH_PUBLIC_KEYS = Bench.prototypeImage().withSlotBytes(13, 0, STORED)
            .withSlotBytes(15, 0, STORED).withSlotBytes(14, 0, STORED);
    private static final EepromImage VALID_14 = WITH_PUBLIC_KEYS.withValidity(14, true);
    private static final EepromImage EMPTY_SLOTS = Bench.prototypeImage().withPrivateKey(2, new byte[32])
            .withPrivateKey(3, HexFormat.of().parseHex("FF".repeat(32)));

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
                        KeyRulesTest::digestOfSlot14,
                        bench -> bench.refuses(TEMPKEY_INVALID, GEN_KEY, 0x10, 14, new byte[3])),
                Rule.of("mode 10 is for public slots, not for 10",
                        KeyRulesTest::digestOfSlot14,
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NOT_PUBLIC, GEN_KEY, 0x10, 10, new byte[3]);
                        }),
                Rule.of("mode 10 is not for slots below 8",
                        KeyRulesTest::digestOfSlot14,
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(KEY_NOT_PUBLIC, GEN_KEY, 0x10, 0, new byte[3]);
                        }),
                Rule.of("mode 10 takes three bytes",
                        KeyRulesTest::digestOfSlot14,
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

    private static void digestOfSlot14(Bench bench) {
        bench.fixedNonce();
        bench.accepts(GEN_KEY, 0x10, 14, new byte[3]);
        assertEquals(14, bench.element().state().tempKey().orElseThrow().keyId());
    }

    /** CheckMac with the key of slot 9, which is all zeros. */
    private static void authorize(Bench bench) {
        byte[] response = Macs.checkMac(new byte[32], DIGEST, 0, new byte[13], Bench.otp(), Bench.SERIAL);
        bench.accepts(CHECK_MAC, 0x00, 9, Bench.concat(DIGEST, response, new byte[13]));
    }

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
    @MethodSource({ "genKeyRules", "signRules", "verifyRules" })
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

    @Test
    void genKeyMakesANewKeyAndKeepsIt() {
        Bench bench = Bench.prototype();
        byte[] before = bench.accepts(GEN_KEY, 0x00, 2);
        byte[] made = bench.accepts(GEN_KEY, 0x04, 2);
        assertArrayEquals(made, bench.accepts(GEN_KEY, 0x00, 2));
        assertFalse(Arrays.equals(before, made));
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
