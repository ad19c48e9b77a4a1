package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.Refusal;

/**
 * What each slot of a TrustFLEX part allows, as its data sheet has it: clear reads of 8 and 10 to 15, clear writes of
 * 6, 8, 9, 13 and 15 (and 10 to 12 on prototypes), encrypted writes of 5, and 14 only while its key is not valid
 * (TFLXTLS data sheet, sections 5.1.6.1 and 5.1.10).
 */
class PolicyMatrixTest {

    private static void assertMatrix(EepromImage image, int slot, String read4, String read32, String write4,
            String write32, String encrypted32) {
        int address = slot << 3;
        assertEquals(read4, answer(Bench.of(image), Opcode.READ, 0x02, address), "Read 4");
        assertEquals(read32, answer(Bench.of(image), Opcode.READ, 0x82, address), "Read 32");
        assertEquals(write4, answer(Bench.of(image), Opcode.WRITE, 0x02, address, new byte[4]), "Write 4");
        assertEquals(write32, answer(Bench.of(image), Opcode.WRITE, 0x82, address, new byte[32]), "Write 32 clear");
        for (int mode : new int[] { 0x82, 0xC2 }) {
            Bench bench = Bench.of(image);
            byte[] data = Bench.encrypted(bench.sessionKey(6), mode, address, new byte[32]);
            assertEquals(encrypted32, answer(bench, Opcode.WRITE, mode, address, data), "Write 32 encrypted");
        }
    }

    private static String answer(Bench bench, Opcode opcode, int mode, int address, byte... data) {
        EepromImage before = bench.element().eeprom();
        Answer answer = bench.run(opcode, mode, address, data);
        if (answer.refusal().isPresent()) {
            assertEquals(StatusCode.EXECUTION_ERROR, answer.status(), "a policy refuses with 0F");
            assertEquals(before, bench.element().eeprom());
        }
        return answer.refusal().map(Refusal::reason).map(Enum::name).orElse("00");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
             0, READ_PRIVATE_KEY, READ_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY
             1, READ_PRIVATE_KEY, READ_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY
             2, READ_PRIVATE_KEY, READ_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY
             3, READ_PRIVATE_KEY, READ_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY
             4, READ_PRIVATE_KEY, READ_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY, WRITE_PRIVATE_KEY
             5, READ_SECRET, READ_SECRET, WRITE_WORD_OF_SECRET, WRITE_NEEDS_ENCRYPTION, 00
             6, READ_SECRET, READ_SECRET, WRITE_WORD_OF_SECRET, 00, WRITE_TAKES_NO_ENCRYPTION
             7, READ_SECRET, READ_SECRET, WRITE_NEVER, WRITE_NEVER, WRITE_NEVER
             8, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
             9, READ_SECRET, READ_SECRET, WRITE_WORD_OF_SECRET, 00, WRITE_TAKES_NO_ENCRYPTION
            10, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            11, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            12, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            13, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            14, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            15, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            """)
    void aPrototypeAsDelivered(int slot, String read4, String read32, String write4, String write32,
            String encrypted32) {
        assertMatrix(Bench.prototypeImage(), slot, read4, read32, write4, write32, encrypted32);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10, 00, 00, WRITE_NEVER, WRITE_NEVER, WRITE_NEVER
            11, 00, 00, WRITE_NEVER, WRITE_NEVER, WRITE_NEVER
            12, 00, 00, WRITE_NEVER, WRITE_NEVER, WRITE_NEVER
            13, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            """)
    void theCertificateSlotsOfAProductionPart(int slot, String read4, String read32, String write4, String write32,
            String encrypted32) {
        EepromImage image = new PartFactory(TrustFlexProfile.PRODUCTION, SimulatorSettings.defaults(),
                new SeededEntropy(1)).make(Bench.SERIAL, Map.of(), Bench.otp());
        assertMatrix(image, slot, read4, read32, write4, write32, encrypted32);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            13, 00, 00, 00, 00, WRITE_TAKES_NO_ENCRYPTION
            14, 00, 00, WRITE_KEY_IS_VALID, WRITE_KEY_IS_VALID, WRITE_KEY_IS_VALID
            """)
    void slotsWhoseFirstByteIs50(int slot, String read4, String read32, String write4, String write32,
            String encrypted32) {
        assertMatrix(Bench.prototypeImage().withValidity(slot, true), slot, read4, read32, write4, write32,
                encrypted32);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
             5, READ_SECRET, READ_SECRET, SLOT_LOCKED, SLOT_LOCKED, SLOT_LOCKED
             6, READ_SECRET, READ_SECRET, SLOT_LOCKED, SLOT_LOCKED, SLOT_LOCKED
             8, 00, 00, SLOT_LOCKED, SLOT_LOCKED, SLOT_LOCKED
            10, 00, 00, SLOT_LOCKED, SLOT_LOCKED, SLOT_LOCKED
            13, 00, 00, SLOT_LOCKED, SLOT_LOCKED, SLOT_LOCKED
            15, 00, 00, SLOT_LOCKED, SLOT_LOCKED, SLOT_LOCKED
            """)
    void lockedSlots(int slot, String read4, String read32, String write4, String write32, String encrypted32) {
        Bench bench = Bench.prototype();
        bench.accepts(Opcode.LOCK, slot << 2 | 2, 0);
        assertMatrix(bench.element().eeprom(), slot, read4, read32, write4, write32, encrypted32);
    }
}
