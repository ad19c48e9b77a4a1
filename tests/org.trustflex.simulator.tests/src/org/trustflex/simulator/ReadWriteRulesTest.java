package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.READ;
import static org.trustflex.atecc.packet.Opcode.WRITE;
import static org.trustflex.simulator.refusal.RefusalReason.ADDRESS_BEYOND_ZONE;
import static org.trustflex.simulator.refusal.RefusalReason.CONFIGURATION_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.OTP_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.READ_KEY_NOT_LOADED;
import static org.trustflex.simulator.refusal.RefusalReason.READ_SECRET;
import static org.trustflex.simulator.refusal.RefusalReason.READ_WORD_OF_SECRET;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.WRITE_KEY_IS_VALID;
import static org.trustflex.simulator.refusal.RefusalReason.WRITE_KEY_NOT_LOADED;
import static org.trustflex.simulator.refusal.RefusalReason.WRITE_NEEDS_ENCRYPTION;
import static org.trustflex.simulator.refusal.RefusalReason.WRITE_WORD_OF_SECRET;
import static org.trustflex.simulator.refusal.RefusalReason.WRONG_INPUT_MAC;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.atecc.host.EncryptedWrite;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** When Read and Write are refused (508A data sheet, sections 9.16 and 9.21; TFLXTLS data sheet, 5.1.6 and 5.1.10). */
class ReadWriteRulesTest {

    private static final int SLOT_5 = 5 << 3;
    private static final int SLOT_8 = 8 << 3;
    private static final int SLOT_14 = 14 << 3;
    /** Slot 8 as a secret that is read encrypted with the key of slot 6. */
    private static final EepromImage ENCRYPTED_READ = Bench.withPolicy(Bench.prototypeImage(), 8, "C60F", "3C00")
            .withSlotBytes(8, 0, Bench.ramp(100));
    private static final EepromImage DATA_OPEN_IMAGE = Bench.prototypeImage().withConfigurationBytes(86, (byte) 0x55);

    static Stream<Rule> rules() {
        byte[] word = new byte[4];
        byte[] block = new byte[32];
        return Stream.of(
                Rule.of("a slot has as many blocks as its size needs",
                        bench -> bench.accepts(READ, 0x82, 0x0200 | SLOT_14),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, READ, 0x82, 0x0300 | SLOT_14)),
                Rule.of("slot 8 has 13 blocks",
                        bench -> bench.accepts(READ, 0x82, 0x0C00 | SLOT_8),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, READ, 0x82, 0x0D00 | SLOT_8)),
                Rule.of("a word must lie inside the slot",
                        bench -> bench.accepts(READ, 0x02, 0x0201 | SLOT_14),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, READ, 0x02, 0x0202 | SLOT_14)),
                Rule.of("a written word must lie inside the slot",
                        bench -> bench.accepts(WRITE, 0x02, 0x0201 | SLOT_14, word),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, WRITE, 0x02, 0x0202 | SLOT_14, word)),
                Rule.of("there are 16 slots",
                        bench -> bench.accepts(READ, 0x82, 15 << 3),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, READ, 0x82, 16 << 3)),
                Rule.of("the configuration zone has four blocks",
                        bench -> bench.accepts(READ, 0x80, 3 << 3),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, READ, 0x80, 4 << 3)),
                Rule.of("the OTP zone has two blocks",
                        bench -> bench.accepts(READ, 0x81, 1 << 3),
                        bench -> bench.refuses(ADDRESS_BEYOND_ZONE, READ, 0x81, 2 << 3)),
                Rule.of("there are three zones",
                        bench -> bench.accepts(READ, 0x82, SLOT_8),
                        bench -> bench.refuses(ILLEGAL_MODE, READ, 0x83, SLOT_8)),
                Rule.of("Read has no encryption bit",
                        bench -> bench.accepts(READ, 0x82, SLOT_8),
                        bench -> bench.refuses(ILLEGAL_MODE, READ, 0xC2, SLOT_8)),
                Rule.of("Read takes no data",
                        bench -> bench.accepts(READ, 0x82, SLOT_8),
                        bench -> bench.refuses(ILLEGAL_LENGTH, READ, 0x82, SLOT_8, (byte) 0)),
                Rule.of("the configuration zone is always readable, data only after its lock",
                        bench -> bench.accepts(READ, 0x80, 0),
                        bench -> bench.refuses(DATA_OPEN, READ, 0x82, SLOT_8)).on(DATA_OPEN_IMAGE),
                Rule.of("the OTP zone is readable only after its lock",
                        bench -> bench.accepts(READ, 0x00, 2),
                        bench -> bench.refuses(DATA_OPEN, READ, 0x81, 0)).on(DATA_OPEN_IMAGE),
                Rule.of("a locked configuration zone is not written",
                        bench -> bench.accepts(READ, 0x00, 5),
                        bench -> bench.refuses(CONFIGURATION_LOCKED, WRITE, 0x00, 5, word)),
                Rule.of("a locked OTP zone is not written",
                        bench -> bench.accepts(READ, 0x81, 0),
                        bench -> bench.refuses(OTP_LOCKED, WRITE, 0x81, 0, block)),
                Rule.of("Write takes 4 bytes or 32, or 32 and a MAC",
                        bench -> bench.accepts(WRITE, 0x82, SLOT_8, block),
                        bench -> bench.refuses(ILLEGAL_LENGTH, WRITE, 0x82, SLOT_8, new byte[31])),
                Rule.of("a word has no MAC",
                        bench -> bench.accepts(WRITE, 0x02, SLOT_8, word),
                        bench -> bench.refuses(ILLEGAL_LENGTH, WRITE, 0x02, SLOT_8, new byte[36])),
                Rule.of("after the lock, bit 6 of the mode means nothing by itself",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_8, block),
                        bench -> bench.refuses(WRITE_NEEDS_ENCRYPTION, WRITE, 0xC2, SLOT_5, block)),
                Rule.of("a secret is written in blocks",
                        bench -> bench.accepts(WRITE, 0x82, 9 << 3, block),
                        bench -> bench.refuses(WRITE_WORD_OF_SECRET, WRITE, 0x02, 9 << 3, word)),
                Rule.of("a valid public key is not written",
                        bench -> bench.accepts(READ, 0x82, SLOT_14),
                        bench -> bench.refuses(WRITE_KEY_IS_VALID, WRITE, 0x82, 0x0200 | SLOT_14, block))
                        .on(Bench.prototypeImage().withValidity(14, true)),
                Rule.of("slot 5 is written with the key of slot 6, not of slot 8",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6))),
                        bench -> bench.refuses(WRITE_KEY_NOT_LOADED, WRITE, 0xC2, SLOT_5,
                                toSlot5(bench, bench.sessionKey(8)))),
                Rule.of("slot 5 is written after GenDig, not after a nonce alone",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6))),
                        bench -> bench.refuses(WRITE_KEY_NOT_LOADED, WRITE, 0xC2, SLOT_5,
                                toSlot5(bench, bench.randomNonce()))),
                Rule.of("the MAC of an encrypted write must fit the address",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6))),
                        bench -> bench.refuses(WRONG_INPUT_MAC, WRITE, 0xC2, 0x0100 | SLOT_5,
                                toSlot5(bench, bench.sessionKey(6)))),
                Rule.of("the MAC of an encrypted write is over the mode that was sent",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6))),
                        bench -> bench.refuses(WRONG_INPUT_MAC, WRITE, 0x82, SLOT_5,
                                toSlot5(bench, bench.sessionKey(6)))),
                Rule.of("one bit of the MAC decides",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6))),
                        bench -> bench.refuses(WRONG_INPUT_MAC, WRITE, 0xC2, SLOT_5,
                                flipped(toSlot5(bench, bench.sessionKey(6)), 63))),
                Rule.of("a session key serves for one write",
                        bench -> bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6))),
                        bench -> {
                            byte[] data = toSlot5(bench, bench.sessionKey(6));
                            bench.accepts(WRITE, 0xC2, SLOT_5, data);
                            bench.refuses(TEMPKEY_INVALID, WRITE, 0xC2, SLOT_5, data);
                        }),
                Rule.of("an encrypted read comes in blocks",
                        ReadWriteRulesTest::readsEncrypted,
                        bench -> {
                            bench.sessionKey(6);
                            bench.refuses(READ_WORD_OF_SECRET, READ, 0x02, SLOT_8);
                        }).on(ENCRYPTED_READ),
                Rule.of("an encrypted read needs the read key",
                        ReadWriteRulesTest::readsEncrypted,
                        bench -> {
                            bench.sessionKey(9);
                            bench.refuses(READ_KEY_NOT_LOADED, READ, 0x82, SLOT_8);
                        }).on(ENCRYPTED_READ),
                Rule.of("an encrypted read needs a random nonce",
                        ReadWriteRulesTest::readsEncrypted,
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(GEN_DIG, 0x02, 6);
                            bench.refuses(READ_KEY_NOT_LOADED, READ, 0x82, SLOT_8);
                        }).on(Bench.withPolicy(ENCRYPTED_READ, 6, "8F0F", "3C00")),
                Rule.of("a secret slot without encrypted reads is never read",
                        ReadWriteRulesTest::readsEncrypted,
                        bench -> {
                            bench.sessionKey(6);
                            bench.refuses(READ_SECRET, READ, 0x82, 9 << 3);
                        }).on(ENCRYPTED_READ));
    }

    private static byte[] toSlot5(Bench bench, byte[] sessionKey) {
        assertTrue(bench.tempKeyValid());
        return Bench.encrypted(sessionKey, 0xC2, SLOT_5, Bench.ANY_32);
    }

    private static byte[] flipped(byte[] data, int position) {
        data[position] ^= 1;
        return data;
    }

    private static void readsEncrypted(Bench bench) {
        byte[] key = bench.sessionKey(6);
        byte[] cipherText = bench.accepts(READ, 0x82, SLOT_8);
        assertArrayEquals(Bench.ramp(32), EncryptedWrite.exclusiveOr(key, cipherText));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void anEncryptedWriteStoresThePlainText() {
        Bench bench = Bench.prototype();
        bench.accepts(WRITE, 0xC2, SLOT_5, toSlot5(bench, bench.sessionKey(6)));
        assertArrayEquals(Bench.ANY_32, Arrays.copyOf(bench.element().eeprom().slot(5), 32));
    }

    @Test
    void theLastBlockOfASlotIsFilledWithZerosAndSurplusIsIgnored() {
        Bench bench = Bench.prototype();
        bench.accepts(WRITE, 0x82, 0x0200 | 13 << 3, Bench.ANY_32);
        assertArrayEquals(Arrays.copyOf(Bench.ANY_32, 8),
                Arrays.copyOfRange(bench.element().eeprom().slot(13), 64, 72));
        byte[] zeroExtended = Arrays.copyOf(Arrays.copyOf(Bench.ANY_32, 8), 32);
        assertArrayEquals(zeroExtended, bench.accepts(READ, 0x82, 0x0200 | 13 << 3));
    }

    @Test
    void blocksIgnoreTheWordBits() {
        Bench bench = Bench.prototype();
        bench.accepts(WRITE, 0x82, SLOT_8 | 5, Bench.ANY_32);
        assertArrayEquals(Bench.ANY_32, bench.accepts(READ, 0x82, SLOT_8 | 3));
        assertArrayEquals(new byte[] { 5, 6, 7, 8 }, bench.accepts(READ, 0x02, SLOT_8 | 1));
    }

    @Test
    void theSerialNumberStandsInTheFirstBlock() {
        byte[] block = Bench.prototype().accepts(READ, 0x80, 0);
        assertArrayEquals(new byte[] { 0x01, 0x23, 0x3E, (byte) 0x8A, 0, 0, 0x60, 3 }, Arrays.copyOf(block, 8));
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "MISCOMPARE", "PARSE_ERROR", "EXECUTION_ERROR" })
    void theAnswerToAWrongMacAndToAnAddressBeyondTheSlotIsASetting(StatusCode status) {
        Bench bench = Bench.of(Bench.prototypeImage(),
                SimulatorSettings.defaults().with(OpenPoint.WRONG_INPUT_MAC, status).with(OpenPoint.ADDRESS_BEYOND_ZONE,
                        status));
        bench.refuses(status, WRONG_INPUT_MAC, WRITE, 0xC2, SLOT_5, flipped(toSlot5(bench, bench.sessionKey(6)), 0));
        bench.refuses(status, ADDRESS_BEYOND_ZONE, READ, 0x82, 0x0300 | SLOT_14);
    }
}
