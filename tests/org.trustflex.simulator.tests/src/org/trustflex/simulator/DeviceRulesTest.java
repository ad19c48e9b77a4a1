package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.COUNTER;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.atecc.packet.Opcode.RANDOM;
import static org.trustflex.simulator.refusal.RefusalReason.CONFIGURATION_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.COUNTER_AT_MAXIMUM;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.LATCH_NOT_ENABLED;
import static org.trustflex.simulator.refusal.RefusalReason.NO_GPIO;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_COUNTER;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.SLOT_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.SLOT_NOT_LOCKABLE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Crc16;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.refusal.Refusal;
import org.trustflex.simulator.refusal.RefusalReason;
import org.trustflex.simulator.vectors.Vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Info, Random, Lock, Counter, and what holds for every packet. */
class DeviceRulesTest {

    /** Counter 0 one below its highest value, as the vendor's host library encodes a start value. */
    private static final byte[] COUNTER_AT_2097150 = HexFormat.of().parseHex("00000003FFFFFFFF");
    private static final byte[] MAXIMUM = HexFormat.of().parseHex("FFFF1F00");

    static Stream<Rule> rules() {
        return Stream.of(
                Rule.of("Info has modes 0 to 4",
                        bench -> bench.accepts(INFO, 0x04, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, INFO, 0x05, 0)),
                Rule.of("there is no GPIO pin on I2C",
                        bench -> bench.accepts(INFO, 0x02, 0),
                        bench -> bench.refuses(NO_GPIO, INFO, 0x03, 0)),
                Rule.of("slots end at 15",
                        bench -> bench.accepts(INFO, 0x01, 15),
                        bench -> bench.refuses(NO_SUCH_SLOT, INFO, 0x01, 16)),
                Rule.of("the latch of a TrustFLEX part is read only",
                        bench -> assertArrayEquals(new byte[4], bench.accepts(INFO, 0x04, 0)),
                        bench -> bench.refuses(LATCH_NOT_ENABLED, INFO, 0x04, 3)),
                Rule.of("Random has modes 0 and 1",
                        bench -> bench.accepts(RANDOM, 0x01, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, RANDOM, 0x02, 0)),
                Rule.of("Random takes no Param2",
                        bench -> bench.accepts(RANDOM, 0x00, 0),
                        bench -> bench.refuses(ILLEGAL_PARAM2, RANDOM, 0x00, 1)),
                Rule.of("there are two counters",
                        bench -> bench.accepts(COUNTER, 0x01, 1),
                        bench -> bench.refuses(NO_SUCH_COUNTER, COUNTER, 0x01, 2)),
                Rule.of("Counter has modes 0 and 1",
                        bench -> bench.accepts(COUNTER, 0x00, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, COUNTER, 0x02, 0)),
                Rule.of("a counter stops at 2 097 151",
                        bench -> assertArrayEquals(MAXIMUM, bench.accepts(COUNTER, 0x01, 0)),
                        bench -> {
                            bench.accepts(COUNTER, 0x01, 0);
                            bench.refuses(COUNTER_AT_MAXIMUM, COUNTER, 0x01, 0);
                            assertArrayEquals(MAXIMUM, bench.accepts(COUNTER, 0x00, 0));
                        }).on(Bench.prototypeImage().withConfigurationBytes(52, COUNTER_AT_2097150)),
                Rule.of("slot 13 is lockable, slot 14 is not",
                        bench -> bench.accepts(LOCK, 13 << 2 | 2, 0),
                        bench -> bench.refuses(SLOT_NOT_LOCKABLE, LOCK, 14 << 2 | 2, 0)),
                Rule.of("slot 0 is not lockable",
                        bench -> bench.accepts(LOCK, 12 << 2 | 2, 0),
                        bench -> bench.refuses(SLOT_NOT_LOCKABLE, LOCK, 0 << 2 | 2, 0)),
                Rule.of("a slot is locked once, whatever the checksum",
                        bench -> bench.accepts(LOCK, 8 << 2 | 2, 0x1234),
                        bench -> {
                            bench.accepts(LOCK, 8 << 2 | 2, 0);
                            bench.refuses(SLOT_LOCKED, LOCK, 8 << 2 | 2, 0);
                        }),
                Rule.of("the configuration zone is locked once",
                        bench -> bench.accepts(LOCK, 8 << 2 | 2, 0),
                        bench -> bench.refuses(CONFIGURATION_LOCKED, LOCK, 0x80, 0)),
                Rule.of("the data zone is locked once",
                        bench -> bench.accepts(LOCK, 8 << 2 | 2, 0),
                        bench -> bench.refuses(DATA_LOCKED, LOCK, 0x81, 0)),
                Rule.of("there is no third target",
                        bench -> bench.accepts(LOCK, 0x82 | 8 << 2, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, LOCK, 0x03, 0)),
                Rule.of("zones have no slot number",
                        bench -> bench.accepts(LOCK, 2 << 2 | 2, 0),
                        bench -> bench.refuses(ILLEGAL_MODE, LOCK, 2 << 2 | 1, 0)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void infoGivesTheRevision() {
        assertArrayEquals(HexFormat.of().parseHex("00006003"), Bench.prototype().accepts(INFO, 0x00, 0));
    }

    @Test
    void infoIgnoresData() {
        Bench.prototype().accepts(INFO, 0x00, 0, new byte[7]);
        Bench.prototype().accepts(RANDOM, 0x00, 0, new byte[7]);
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "4, 1", "14, 0", "13, 0", "5, 0" })
    void infoSaysWhetherAKeyIsValid(int slot, int valid) {
        assertArrayEquals(new byte[] { (byte) valid, 0, 0, 0 }, Bench.prototype().accepts(INFO, 0x01, slot));
    }

    @Test
    void infoSaysThatAValidatedKeyIsValid() {
        Bench bench = Bench.of(Bench.prototypeImage().withValidity(14, true));
        assertEquals(1, bench.accepts(INFO, 0x01, 14)[0]);
    }

    @Test
    void infoShowsTheFlagsOfTempKey() {
        Bench bench = Bench.prototype();
        assertArrayEquals(new byte[4], bench.accepts(INFO, 0x02, 0));
        bench.sessionKey(6);
        assertArrayEquals(HexFormat.of().parseHex("26800000"), bench.accepts(INFO, 0x02, 0));
        bench.fixedNonce();
        assertArrayEquals(HexFormat.of().parseHex("10800000"), bench.accepts(INFO, 0x02, 0));
        bench.accepts(Opcode.GEN_KEY, 0x10, 14, new byte[3]);
        assertArrayEquals(HexFormat.of().parseHex("5E800000"), bench.accepts(INFO, 0x02, 0));
    }

    @Test
    void theLatchLastsUntilPowerGoes() {
        Bench bench = Bench.of(Bench.prototypeImage().withConfigurationBytes(70, (byte) 0x0B));
        bench.accepts(INFO, 0x04, 3);
        bench.element().wake();
        bench.element().sleep();
        assertEquals(1, bench.accepts(INFO, 0x04, 0)[0]);
        assertEquals(0, Bench.of(bench.element().eeprom()).accepts(INFO, 0x04, 0)[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void countersCountThroughSeveralRounds(int counter) {
        Bench bench = Bench.prototype();
        for (int value = 1; value <= 100; value++) {
            assertEquals(value, bench.accepts(COUNTER, 0x01, counter)[0]);
        }
        assertEquals(100, bench.accepts(COUNTER, 0x00, counter)[0]);
        assertEquals(0, bench.accepts(COUNTER, 0x00, 1 - counter)[0]);
    }

    @Test
    void randomNumbersDiffer() {
        Bench bench = Bench.prototype();
        byte[] first = bench.accepts(RANDOM, 0x00, 0);
        assertEquals(32, first.length);
        assertFalse(Arrays.equals(first, bench.accepts(RANDOM, 0x00, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x01, 0x11, 0x00, 0x99 })
    void unknownOpcodesAreRefused(int opcode) {
        byte[] packet = { 7, (byte) opcode, 0, 0, 0, 0, 0 };
        assertRefused(Bench.prototype().run(withChecksum(packet)), RefusalReason.UNKNOWN_OPCODE);
    }

    @ParameterizedTest
    @EnumSource(Opcode.class)
    void everyCommandOfTheChipIsThere(Opcode opcode) {
        Answer answer = Bench.prototype().run(opcode, 0, 0);
        assertNotEquals(Optional.of(RefusalReason.UNKNOWN_OPCODE), answer.refusal().map(Refusal::reason));
    }

    private static void assertRefused(Answer answer, RefusalReason reason) {
        assertEquals(reason, answer.refusal().map(Refusal::reason).orElseThrow());
        assertEquals(reason.status(), answer.status());
    }

    private static byte[] withChecksum(byte[] packet) {
        int crc = Crc16.of(packet, 0, packet.length - 2);
        packet[packet.length - 2] = (byte) crc;
        packet[packet.length - 1] = (byte) (crc >> 8);
        return packet;
    }

    @ParameterizedTest
    @ValueSource(strings = { "0730000000035C", "0430", "07300000", "06300000035D", "9C30000000035D", "00", "" })
    void packetsWithAWrongChecksumOrLengthAreCommunicationErrors(String packet) {
        Answer answer = Bench.prototype().run(HexFormat.of().parseHex(packet));
        assertEquals(StatusCode.COMMUNICATION_ERROR, answer.status());
        assertRefused(answer, RefusalReason.COMMUNICATION);
    }

    @Test
    void aWrongChecksumLeavesTempKeyAndTheMessageBuffer() {
        Bench bench = Bench.prototype();
        bench.fixedNonce();
        bench.message(Bench.ANY_32);
        bench.run(HexFormat.of().parseHex("0741800000FFFF"));
        assertTrue(bench.tempKeyValid());
        bench.accepts(Opcode.SIGN, 0xA0, 0);
    }

    @Test
    void packetsAreThoseOfTheVendorsLibrary() {
        Bench bench = Bench.prototype();
        for (JsonElement element : Vectors.load("crc16.json").getAsJsonArray("cases")) {
            JsonObject vector = element.getAsJsonObject();
            String what = vector.get("what").getAsString();
            if (what.startsWith("response")) {
                continue;
            }
            byte[] packet = HexFormat.of()
                    .parseHex(vector.get("bytes").getAsString() + vector.get("crc_le").getAsString());
            assertEquals(StatusCode.SUCCESS, bench.run(packet).status(), what);
        }
        bench.element().wake();
        assertArrayEquals(HexFormat.of().parseHex("070000600383bb"),
                bench.element().execute(HexFormat.of().parseHex("0730000000035d")).orElseThrow());
        assertArrayEquals(HexFormat.of().parseHex("040f2342"), bench.element()
                .execute(CommandPacket.of(Opcode.READ, 0x82, 0).encode()).orElseThrow());
    }

    @Test
    void everyReasonHasAText() {
        Object[] numbers = { 1, 2, 3, 4 };
        Object[] nameFirst = { "Info", 2, 3 };
        Object[] nameLast = { 1, "Info", 3 };
        for (RefusalReason reason : RefusalReason.values()) {
            Object[] arguments = switch (reason) {
                case WATCHDOG, ILLEGAL_MODE, ILLEGAL_PARAM2, ILLEGAL_LENGTH, OUTPUT_FORBIDDEN -> nameFirst;
                case KEY_IS_PRIVATE -> nameLast;
                default -> numbers;
            };
            String text = Refusal.of(reason, arguments).text();
            assertFalse(text.isBlank() || text.contains("%"), text);
        }
    }

    @Test
    void aReasonNamesThePolicyThatDecides() {
        Bench bench = Bench.of(Bench.prototypeImage().withValidity(14, true));
        Answer write = bench.run(Opcode.WRITE, 0x82, 0x0070, new byte[32]);
        assertEquals("slot 14 holds a validated key; invalidate it first", write.refusal().orElseThrow().text());
        Answer clear = bench.run(Opcode.WRITE, 0x82, 0x0028, new byte[32]);
        assertEquals("slot 5 takes only encrypted writes with the key of slot 6", clear.refusal().orElseThrow().text());
        bench.accepts(NONCE, 0x03, 0, new byte[32]);
        Answer verify = bench.run(Opcode.VERIFY, 0x03, 14, new byte[83]);
        assertEquals("TempKey does not hold a digest of slot 14 made by GenKey", verify.refusal().orElseThrow().text());
    }
}
