package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.CHECK_MAC;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.atecc.packet.Opcode.SHA;
import static org.trustflex.simulator.refusal.RefusalReason.GEN_DIG_NEEDS_OTHER_DATA;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PUBLIC;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NO_MAC;
import static org.trustflex.simulator.refusal.RefusalReason.MAC_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_COUNTER;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.SHA_NOT_STARTED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_NO_MAC;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_SOURCE;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.Macs;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** When Nonce, GenDig, MAC, CheckMac and SHA are refused (508A data sheet, chapter 9). */
class DigestRulesTest {

    private static final byte[] CHALLENGE = Bench.ANY_32;
    /** Slots 2 and 3 as data, where CheckMac with slot 2 may copy slot 3. */
    private static final EepromImage COPYING = Bench.withPolicy(
            Bench.withPolicy(Bench.prototypeImage(), 2, "8F0F", "1C00"), 3, "800F", "1C00");

    static Stream<Rule> nonceRules() {
        return Stream.of(
                Rule.of("Nonce has no mode 2",
                        bench -> bench.accepts(NONCE, 0x01, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_MODE, NONCE, 0x02, 0, new byte[20])),
                Rule.of("a random nonce takes 20 bytes",
                        bench -> bench.accepts(NONCE, 0x00, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0x00, 0, new byte[32])),
                Rule.of("a nonce from outside takes 32 bytes",
                        bench -> bench.accepts(NONCE, 0x03, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0x03, 0, new byte[20])),
                Rule.of("bit 5 asks for 64 bytes",
                        bench -> bench.accepts(NONCE, 0x63, 0, new byte[64]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0x63, 0, new byte[32])),
                Rule.of("the alternate key buffer has 32 bytes",
                        bench -> bench.accepts(NONCE, 0x83, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0xA3, 0, new byte[64])),
                Rule.of("there are three targets",
                        bench -> bench.accepts(NONCE, 0x43, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_MODE, NONCE, 0xC3, 0, new byte[32])),
                Rule.of("random nonces have one target",
                        bench -> bench.accepts(NONCE, 0x00, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_MODE, NONCE, 0x40, 0, new byte[20])),
                Rule.of("Param2 is 0 or 8000",
                        bench -> bench.accepts(NONCE, 0x00, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_PARAM2, NONCE, 0x00, 1, new byte[20])),
                Rule.of("8000 starts from TempKey, which must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(NONCE, 0x00, 0x8000, new byte[20]);
                            assertFalse(bench.element().state().tempKey().orElseThrow().passThrough());
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, NONCE, 0x00, 0x8000, new byte[20])));
    }

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

    static Stream<Rule> checkMacRules() {
        return Stream.of(
                Rule.of("one bit of the response decides",
                        bench -> bench.accepts(CHECK_MAC, 0x00, 5, checkMac(CHALLENGE, 0, 0)),
                        bench -> bench.refuses(MAC_MISMATCH, CHECK_MAC, 0x00, 5, checkMac(CHALLENGE, 0, 1))),
                Rule.of("the mode's source bit must fit",
                        bench -> bench.accepts(CHECK_MAC, 0x01, 5, checkMac(bench.randomNonce(), 1, 0)),
                        bench -> bench.refuses(TEMPKEY_SOURCE, CHECK_MAC, 0x05, 5,
                                checkMac(bench.randomNonce(), 5, 0))),
                Rule.of("the key of slot 6 needs a random nonce in the message",
                        bench -> bench.accepts(CHECK_MAC, 0x01, 6, checkMac(bench.randomNonce(), 1, 0)),
                        bench -> bench.refuses(RANDOM_NONCE_NEEDED, CHECK_MAC, 0x00, 6, checkMac(CHALLENGE, 0, 0))),
                Rule.of("private keys check nothing",
                        bench -> bench.accepts(CHECK_MAC, 0x00, 9, checkMac(CHALLENGE, 0, 0)),
                        bench -> bench.refuses(KEY_IS_PRIVATE, CHECK_MAC, 0x00, 3, checkMac(CHALLENGE, 0, 0))),
                Rule.of("the challenge must be there even where it is ignored",
                        bench -> bench.accepts(CHECK_MAC, 0x01, 5, checkMac(bench.randomNonce(), 1, 0)),
                        bench -> {
                            byte[] data = checkMac(bench.randomNonce(), 1, 0);
                            bench.refuses(ILLEGAL_LENGTH, CHECK_MAC, 0x01, 5, Arrays.copyOfRange(data, 32, 77));
                        }),
                Rule.of("CheckMac has no bit 6",
                        bench -> bench.accepts(CHECK_MAC, 0x00, 5, checkMac(CHALLENGE, 0, 0)),
                        bench -> bench.refuses(ILLEGAL_MODE, CHECK_MAC, 0x40, 5, checkMac(CHALLENGE, 0, 0))),
                Rule.of("a copy leaves the neighbour slot in TempKey if its ReadKey is 0",
                        bench -> {
                            bench.accepts(CHECK_MAC, 0x01, 2, checkMac(keyOf(bench, 2), bench.randomNonce(), 1));
                            assertTrue(bench.tempKeyValid(), "slot 3 was copied");
                        },
                        bench -> {
                            bench.refuses(MAC_MISMATCH, CHECK_MAC, 0x01, 2, checkMac(bench.randomNonce(), 1, 1));
                            assertFalse(bench.tempKeyValid());
                        }).on(COPYING));
    }

    private static byte[] keyOf(Bench bench, int slot) {
        return Arrays.copyOf(bench.element().eeprom().slot(slot), 32);
    }

    /** With a key of zeros. */
    private static byte[] checkMac(byte[] challenge, int mode, int wrongBit) {
        byte[] data = checkMac(new byte[32], challenge, mode);
        data[63] ^= (byte) wrongBit;
        return data;
    }

    private static byte[] checkMac(byte[] key, byte[] challenge, int mode) {
        byte[] response = Macs.checkMac(key, challenge, mode, new byte[13], Bench.otp(), Bench.SERIAL);
        return Bench.concat(challenge, response, new byte[13]);
    }

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
    @MethodSource({ "nonceRules", "genDigRules", "macRules", "checkMacRules", "shaRules" })
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

    @Test
    void macAndCheckMacAgree() {
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(5, 0, Bench.ramp(32)));
        byte[] mac = bench.accepts(MAC, 0x00, 5, CHALLENGE);
        byte[] otherData = { 0x08, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
        bench.accepts(CHECK_MAC, 0x00, 5, Bench.concat(CHALLENGE, mac, otherData));
        assertArrayEquals(mac, Macs.mac(Bench.ramp(32), CHALLENGE, 0, 5, Bench.otp(), Bench.SERIAL));
    }
}
