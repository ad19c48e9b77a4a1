package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.trustflex.atecc.packet.Opcode.COUNTER;
import static org.trustflex.atecc.packet.Opcode.DERIVE_KEY;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.atecc.packet.Opcode.PRIV_WRITE;
import static org.trustflex.atecc.packet.Opcode.UPDATE_EXTRA;
import static org.trustflex.simulator.refusal.RefusalReason.CONFIGURATION_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.DERIVE_KEY_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.DERIVE_KEY_NEEDS_MAC;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_USED_UP;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.PRIVATE_KEY_ILLEGAL;
import static org.trustflex.simulator.refusal.RefusalReason.PRIV_WRITE_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.PRIV_WRITE_NEEDS_ENCRYPTION;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.SLOT_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_SOURCE;
import static org.trustflex.simulator.refusal.RefusalReason.USER_EXTRA_WRITTEN;
import static org.trustflex.simulator.refusal.RefusalReason.WRITE_KEY_NOT_LOADED;
import static org.trustflex.simulator.refusal.RefusalReason.WRONG_INPUT_MAC;

import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.DerivedKeys;
import org.trustflex.atecc.host.EncryptedPrivateKey;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.RefusalReason;

/** DeriveKey, PrivWrite and UpdateExtra (508A data sheet, sections 9.4, 9.14 and 9.19). */
class KeyWriteRulesTest {

    private static final byte[] KEY = HexFormat.of().parseHex("77".repeat(32));
    private static final byte[] PADDED = EncryptedPrivateKey.padded(KEY);
    /** Slot 9 rolls by itself, slot 8 derives from slot 5, slot 10 rolls with a MAC by slot 5. */
    private static final EepromImage DERIVING = Bench
            .withPolicy(
                    Bench.withPolicy(Bench.withPolicy(Bench.prototypeImage(), 9, "8F25", "3A00"), 8, "0F35", "3C00"),
                    10, "0FA5", "3C00")
            .withSlotBytes(5, 0, Bench.ramp(32)).withSlotBytes(9, 0, KEY);
    /** PrivWrite may write slot 2 with the key of slot 6. */
    private static final EepromImage WRITABLE = Bench.withPolicy(Bench.prototypeImage(), 2, "8546", "7300");
    private static final EepromImage OPEN = Bench.prototypeImage().withConfigurationBytes(86, (byte) 0x55);

    private static byte[] parentMac(int target) {
        return DerivedKeys.mac(Bench.ramp(32), 0, target, Bench.SERIAL);
    }

    private static byte[] encrypted(Bench bench, int slot) {
        return EncryptedPrivateKey.of(bench.sessionKey(6), slot, Bench.SERIAL, KEY).data();
    }

    static Stream<Rule> deriveKeyRules() {
        return Stream.of(
                Rule.of("the policy must allow it",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 9);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(DERIVE_KEY_FORBIDDEN, DERIVE_KEY, 0x00, 5);
                        }),
                Rule.of("slots end at 15",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 8);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(NO_SUCH_SLOT, DERIVE_KEY, 0x00, 16);
                        }),
                Rule.of("TempKey must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(DERIVE_KEY, 0x04, 9);
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, DERIVE_KEY, 0x04, 9)),
                Rule.of("the mode's source bit must fit",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 9);
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(TEMPKEY_SOURCE, DERIVE_KEY, 0x04, 9);
                        }),
                Rule.of("the mode has one bit",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(DERIVE_KEY, 0x04, 9);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(ILLEGAL_MODE, DERIVE_KEY, 0x05, 9);
                        }),
                Rule.of("a MAC has 32 bytes",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 10, parentMac(10));
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(ILLEGAL_LENGTH, DERIVE_KEY, 0x00, 10, new byte[31]);
                        }),
                Rule.of("the policy may ask for a MAC",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 10, parentMac(10));
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(DERIVE_KEY_NEEDS_MAC, DERIVE_KEY, 0x00, 10);
                        }),
                Rule.of("the MAC is for the target",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 10, parentMac(10));
                        },
                        bench -> {
                            bench.randomNonce();
                            bench.refuses(WRONG_INPUT_MAC, DERIVE_KEY, 0x00, 10, parentMac(9));
                        }),
                Rule.of("a locked slot stays",
                        bench -> {
                            bench.randomNonce();
                            bench.accepts(DERIVE_KEY, 0x00, 9);
                        },
                        bench -> {
                            bench.accepts(LOCK, 9 << 2 | 2, 0);
                            bench.randomNonce();
                            bench.refuses(SLOT_LOCKED, DERIVE_KEY, 0x00, 9);
                        }));
    }

    static Stream<Rule> privWriteRules() {
        return Stream.of(
                Rule.of("the policy must allow it",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(PRIV_WRITE_FORBIDDEN, PRIV_WRITE, 0x40, 3, encrypted(bench, 3))),
                Rule.of("a locked part takes no key in the clear",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(PRIV_WRITE_NEEDS_ENCRYPTION, PRIV_WRITE, 0x00, 2, PADDED)),
                Rule.of("the slot is one for private keys",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(KEY_NOT_PRIVATE, PRIV_WRITE, 0x40, 8, encrypted(bench, 8))),
                Rule.of("slots end at 15",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(NO_SUCH_SLOT, PRIV_WRITE, 0x40, 16, encrypted(bench, 16))),
                Rule.of("the session key is GenDig's over the write key",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> {
                            byte[] data = EncryptedPrivateKey.of(bench.randomNonce(), 2, Bench.SERIAL, KEY).data();
                            bench.refuses(WRITE_KEY_NOT_LOADED, PRIV_WRITE, 0x40, 2, data);
                        }),
                Rule.of("the MAC is for the slot",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(WRONG_INPUT_MAC, PRIV_WRITE, 0x40, 2, encrypted(bench, 3))),
                Rule.of("an encrypted key has its MAC along",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(ILLEGAL_LENGTH, PRIV_WRITE, 0x40, 2, PADDED)),
                Rule.of("the mode has one bit",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> bench.refuses(ILLEGAL_MODE, PRIV_WRITE, 0x41, 2, encrypted(bench, 2))),
                Rule.of("a locked slot stays",
                        bench -> bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2)),
                        bench -> {
                            bench.accepts(LOCK, 2 << 2 | 2, 0);
                            bench.refuses(SLOT_LOCKED, PRIV_WRITE, 0x40, 2, encrypted(bench, 2));
                        }));
    }

    static Stream<Rule> updateExtraRules() {
        return Stream.of(
                Rule.of("byte 84 is written once",
                        bench -> bench.accepts(UPDATE_EXTRA, 0x00, 0x42),
                        bench -> {
                            bench.accepts(UPDATE_EXTRA, 0x00, 0x42);
                            bench.refuses(USER_EXTRA_WRITTEN, UPDATE_EXTRA, 0x00, 0x43);
                        }),
                Rule.of("byte 85 is written once",
                        bench -> bench.accepts(UPDATE_EXTRA, 0x01, 0x6A),
                        bench -> {
                            bench.accepts(UPDATE_EXTRA, 0x01, 0x6A);
                            bench.refuses(USER_EXTRA_WRITTEN, UPDATE_EXTRA, 0x01, 0x6A);
                        }),
                Rule.of("the value is one byte",
                        bench -> bench.accepts(UPDATE_EXTRA, 0x00, 0xFF),
                        bench -> bench.refuses(ILLEGAL_PARAM2, UPDATE_EXTRA, 0x00, 0x0100)),
                Rule.of("there are three modes",
                        bench -> bench.accepts(UPDATE_EXTRA, 0x02, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, UPDATE_EXTRA, 0x03, 0)),
                Rule.of("slots end at 15",
                        bench -> bench.accepts(UPDATE_EXTRA, 0x02, 15),
                        bench -> bench.refuses(NO_SUCH_SLOT, UPDATE_EXTRA, 0x02, 16)),
                Rule.of("no data comes along",
                        bench -> bench.accepts(UPDATE_EXTRA, 0x00, 1),
                        bench -> bench.refuses(ILLEGAL_LENGTH, UPDATE_EXTRA, 0x00, 1, (byte) 1)));
    }

    @ParameterizedTest
    @MethodSource("deriveKeyRules")
    void deriveKey(Rule rule) {
        rule.on(DERIVING).prove();
    }

    @ParameterizedTest
    @MethodSource("privWriteRules")
    void privWrite(Rule rule) {
        rule.on(WRITABLE).prove();
    }

    @ParameterizedTest
    @MethodSource("updateExtraRules")
    void updateExtra(Rule rule) {
        rule.prove();
    }

    @ParameterizedTest
    @CsvSource({ "9, 9", "8, 5", "10, 10" })
    void aKeyIsDerivedFromItselfOrItsParent(int target, int source) {
        Bench bench = Bench.of(DERIVING);
        byte[] nonce = bench.randomNonce();
        byte[] old = bench.element().eeprom().block(source, 0);
        bench.accepts(DERIVE_KEY, 0x00, target, target == 10 ? parentMac(10) : new byte[0]);
        assertArrayEquals(DerivedKeys.derive(old, 0, target, Bench.SERIAL, nonce),
                bench.element().eeprom().block(target, 0));
        assertFalse(bench.tempKeyValid());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 })
    void noKeyOfATrustFlexPartIsDerivedOrWritten(int slot) {
        Bench bench = Bench.prototype();
        bench.randomNonce();
        bench.refuses(DERIVE_KEY_FORBIDDEN, DERIVE_KEY, 0x00, slot);
        RefusalReason reason = slot <= 4 ? PRIV_WRITE_FORBIDDEN : KEY_NOT_PRIVATE;
        bench.refuses(reason, PRIV_WRITE, 0x40, slot, new byte[68]);
    }

    @Test
    void aParentMayAskForARandomNonceAndLimitItsUses() {
        EepromImage image = Bench.withPolicy(DERIVING, 5, "AF46", "7800");
        Bench bench = Bench.of(image);
        bench.fixedNonce();
        bench.refuses(RANDOM_NONCE_NEEDED, DERIVE_KEY, 0x04, 8);
        bench.randomNonce();
        bench.accepts(DERIVE_KEY, 0x00, 8);
        assertEquals(1, bench.accepts(COUNTER, 0x00, 0)[0]);
        Bench open = Bench.of(DERIVING.withConfigurationBytes(86, (byte) 0x55));
        open.randomNonce();
        open.refuses(DATA_OPEN, DERIVE_KEY, 0x00, 9);
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "MISCOMPARE", "PARSE_ERROR", "EXECUTION_ERROR" })
    void theAnswerToAWrongMacIsASetting(StatusCode status) {
        SimulatorSettings settings = SimulatorSettings.defaults().with(OpenPoint.WRONG_INPUT_MAC, status);
        Bench deriving = Bench.of(DERIVING, settings);
        deriving.randomNonce();
        deriving.refuses(status, WRONG_INPUT_MAC, DERIVE_KEY, 0x00, 10, new byte[32]);
        Bench writable = Bench.of(WRITABLE, settings);
        writable.refuses(status, WRONG_INPUT_MAC, PRIV_WRITE, 0x40, 2, encrypted(writable, 3));
    }

    @Test
    void aWrittenKeyIsTheOneThatSigns() {
        Bench bench = Bench.of(WRITABLE);
        bench.accepts(PRIV_WRITE, 0x40, 2, encrypted(bench, 2));
        byte[] expected = PartFactory.publicKey(WRITABLE.withPrivateKey(2, KEY), 2).bytes();
        assertArrayEquals(expected, bench.accepts(GEN_KEY, 0x00, 2));
        assertFalse(bench.tempKeyValid());
    }

    @Test
    void beforeTheDataZoneIsLockedKeysAreWrittenInTheClear() {
        Bench bench = Bench.of(OPEN);
        bench.accepts(PRIV_WRITE, 0x00, 0, PADDED);
        assertArrayEquals(KEY, bench.element().eeprom().privateKey(0));
        bench.refuses(PRIVATE_KEY_ILLEGAL, PRIV_WRITE, 0x00, 0, new byte[36]);
        Bench.of(OPEN.withConfigurationBytes(87, (byte) 0x55)).refuses(CONFIGURATION_OPEN, PRIV_WRITE, 0x00, 0,
                PADDED);
    }

    @Test
    void aNewAddressCountsAfterSleep() {
        Bench bench = Bench.prototype();
        bench.accepts(UPDATE_EXTRA, 0x01, 0x6A);
        assertEquals(0x6C, bench.element().i2cAddress());
        bench.element().wake();
        bench.element().sleep();
        assertEquals(0x6A, bench.element().i2cAddress());
    }

    @Test
    void usesOfALimitedKeyAreCountedDownToTheLast() {
        // Counter 0 counts uses; slot 8 holds the limit, 2.
        EepromImage image = Bench.withPolicy(Bench.prototypeImage(), 5, "AF46", "3800")
                .withConfigurationBytes(18, (byte) 0x81).withSlotBytes(8, 0, (byte) 2, (byte) 0, (byte) 0, (byte) 0);
        Bench bench = Bench.of(image);
        bench.accepts(UPDATE_EXTRA, 0x02, 5);
        bench.accepts(MAC, 0x00, 5, Bench.ANY_32);
        bench.refuses(KEY_USED_UP, MAC, 0x00, 5, Bench.ANY_32);
        bench.refuses(KEY_USED_UP, UPDATE_EXTRA, 0x02, 5);
        bench.accepts(UPDATE_EXTRA, 0x02, 9);
        assertEquals(2, bench.accepts(COUNTER, 0x00, 0)[0]);
    }
}
