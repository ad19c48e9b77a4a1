package org.trustflex.samd21.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.Pace;
import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Samd21;

/**
 * The probe answers each command of CMSIS-DAP as Arm's document says, and refuses what is next to it. Reports are written
 * in hexadecimal, without the zeros at their end.
 */
final class CmsisDapTest {

    private static final String LINE_RESET_AND_SWITCH = "12 88 FFFFFFFFFFFFFF 9EE7 FFFFFFFFFFFFFF 00";
    private static final String READ_IDENTITY = "05 00 01 02";
    private static final String POWER = "05 00 03 00 1E000000 08 00000000 04 00000050";
    private static final int ACK_OK = 1;
    private static final int ACK_FAULT = 4;
    private static final int NO_ACK = 7;

    private RunningPart part;
    private CmsisDap probe;

    @BeforeEach
    void attach() {
        part = RunningPart.start(Samd21.powerOn(NonVolatileMemory.factoryNew()), Pace.FULL_SPEED);
        probe = new CmsisDap(part, ProbeIdentity.nedbg("MCHP0001"));
    }

    @AfterEach
    void detach() {
        part.close();
    }

    private byte[] send(String hex) {
        List<byte[]> answers = probe.answer(report(hex));
        assertEquals(1, answers.size(), "answers to " + hex);
        assertEquals(CmsisDap.REPORT_SIZE, answers.get(0).length);
        return answers.get(0);
    }

    private static byte[] report(String hex) {
        return Arrays.copyOf(HexFormat.of().parseHex(hex.replace(" ", "")), CmsisDap.REPORT_SIZE);
    }

    private void expect(String request, String answer) {
        assertArrayEquals(report(answer), send(request), () -> request + " is answered with " + answer);
    }

    private void connect() {
        expect("02 01", "02 01");
        expect(LINE_RESET_AND_SWITCH, "12 00");
        expect(READ_IDENTITY, "05 01 01 7714C10B");
        expect(POWER, "05 03 01");
    }

    private int memory(int address, int size) {
        return part.<Integer>call(machine -> machine.readMemory(address, size));
    }

    private static int word(byte[] report, int at) {
        return report[at] & 0xFF | (report[at + 1] & 0xFF) << 8 | (report[at + 2] & 0xFF) << 16 | report[at + 3] << 24;
    }

    @ParameterizedTest
    @CsvSource({ "1, Microchip Technology Inc.", "2, nEDBG CMSIS-DAP", "3, MCHP0001", "4, 1.2.0", "5, Microchip",
            "6, ATSAMD21E18A" })
    void saysWhatItIs(int which, String text) {
        byte[] answer = send(String.format("00 %02X", which));
        assertEquals(text.length() + 1, answer[1], "the length counts the zero at the end");
        assertEquals(text, new String(answer, 2, text.length(), StandardCharsets.US_ASCII));
        assertEquals(0, answer[2 + text.length()]);
    }

    @ParameterizedTest
    @CsvSource({ "00 F0, 00 01 11", "00 FE, 00 01 04", "00 FF, 00 02 4000", "00 00, 00 00", "00 07, 00 00",
            "00 F1, 00 00",
            "01 0001, 01 00", "01 0100, 01 00", "02 00, 02 01", "02 01, 02 01", "02 02, 02 00", "02 FF, 02 00",
            "03, 03 00",
            "04 00 0000 0000, 04 00", "04 FF FFFF FFFF, 04 00", "09 0100, 09 00", "0A, 0A 00 01", "11 80841E00, 11 00",
            "11 00000000, 11 FF", "13 00, 13 00" })
    void answersWhatNeedsNoPart(String request, String answer) {
        expect(request, answer);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0B", "0F", "14 01", "15 01", "16 00", "17 00", "18 00", "19 00", "1A 00", "1B", "1C",
            "1E",
            "1F", "7D", "80 00", "9F", "FF" })
    void answersAnUnknownCommandWithAnError(String request) {
        expect(request, "FF");
    }

    @ParameterizedTest
    @ValueSource(strings = { "00", "01 00", "02", "04 00 0000 00", "09 00", "10 00 00 000000", "11 000000", "12",
            "12 09 00", "12 00 000000", "13", "1D 01", "1D 01 09 00", "05", "05 00", "05 00 02 02",
            "05 00 01 00 000000",
            "06 00 0100", "06 00 0100 01 000000", "08 00 000000", "7F", "7F 01" })
    void refusesACommandThatEndsTooEarly(String request) {
        byte[] shortReport = HexFormat.of().parseHex(request.replace(" ", ""));
        assertArrayEquals(report("FF"), probe.answer(shortReport).get(0));
    }

    @Test
    void takesReportsOfOneTo64Bytes() {
        assertArrayEquals(report("03 00"), probe.answer(new byte[] { 3 }).get(0));
        assertThrows(IllegalArgumentException.class, () -> probe.answer(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> probe.answer(new byte[65]));
    }

    @Test
    void transfersNothingUnlessConnected() {
        expect(READ_IDENTITY, "05 00 07");
        expect("06 00 0100 02", "06 0000 07");
        expect("08 00 1E000000", "08 FF");
        expect("12 08 FF", "12 FF");
        expect("1D 01 08 FF", "1D FF");
        connect();
        expect("03", "03 00");
        expect(READ_IDENTITY, "05 00 07");
    }

    @Test
    void nobodyAnswersBeforeALineResetOrBeforeTheIdentityIsRead() {
        expect("02 01", "02 01");
        expect(READ_IDENTITY, "05 00 07");
        expect("12 01 00", "12 00");
        expect("12 31 FFFFFFFFFFFF 01", "12 00"); // 49 ones are too few
        expect("12 08 00", "12 00");
        expect(READ_IDENTITY, "05 00 07");
        expect("12 33 FFFFFFFFFFFF 03", "12 00"); // 50 ones and a zero
        expect("05 00 01 06", "05 00 07"); // CTRL/STAT first
        expect("12 33 FFFFFFFFFFFF 03", "12 00");
        expect(READ_IDENTITY, "05 01 01 7714C10B");
        expect("05 00 01 06", "05 01 01 00000000");
    }

    @Test
    void powersUpAndFindsTheAccessPort() {
        connect();
        expect("05 00 01 06", "05 01 01 000000F0");
        expect("05 00 02 08 F0000000 0F", "05 02 01 31007704"); // SELECT, then AP IDR
    }

    @Test
    void writesAndReadsMemoryInBlocks() {
        connect();
        expect("05 00 03 08 00000000 01 120000A2 05 00010020", "05 03 01");
        expect("06 00 0300 0D 01000000 02000000 03000000", "06 0300 01");
        expect("05 00 01 05 00010020", "05 01 01");
        expect("06 00 0300 0F", "06 0300 01 01000000 02000000 03000000");
        assertEquals(3, memory(0x2000_0108, 4));
    }

    @Test
    void aBlockThatDoesNotFitIsRefusedAsAWhole() {
        connect();
        expect("05 00 03 08 00000000 01 120000A2 05 00010020", "05 03 01");
        byte[] words = new byte[59];
        Arrays.fill(words, (byte) 0x11);
        String data = HexFormat.of().formatHex(words);
        expect("06 00 0E00 0D " + data.substring(0, 112), "06 0E00 01");
        expect("06 00 0F00 0D " + data, "FF");
        expect("05 00 01 05 00010020", "05 01 01");
        assertEquals(15, send("06 00 0F00 0F")[1]);
        expect("06 00 1000 0F", "FF");
        assertEquals(15, send("05 00 0F" + "02".repeat(15))[1]);
        expect("05 00 10" + "02".repeat(16), "FF");
        assertEquals(0, memory(0x2000_0138, 4), "nothing was written of it");
    }

    @Test
    void aFaultIsToldOnceItHappensAndUntilItIsCleared() {
        connect();
        expect("05 00 03 08 00000000 01 020000A2 05 00000030", "05 03 01"); // where nothing is
        expect("05 00 02 0F 06", "05 00 04"); // the read fails, what follows is not done
        expect("05 00 01 0F", "05 00 04");
        expect(READ_IDENTITY, "05 01 01 7714C10B");
        expect("05 00 01 06", "05 01 01 200000F0");
        expect("05 00 01 08 00000000", "05 00 04"); // SELECT is refused too
        expect("08 00 04000000", "08 00");
        expect("05 00 01 06", "05 01 01 000000F0");
        byte[] write = send("05 00 01 0D 01000000");
        assertEquals(ACK_FAULT, write[2], "a write that fails is told in the same answer");
        expect("05 00 01 00 04000000", "05 01 01");
        expect("05 00 02 05 00000020 0D 01000000", "05 02 01");
    }

    @Test
    void waitsForAValueAndSaysWhenItDoesNotCome() {
        connect();
        part.call(machine -> {
            machine.writeMemory(0x2000_0200, 4, 0x1234_5678);
            return machine;
        });
        expect("04 00 0000 0300", "04 00");
        expect("05 00 04 08 00000000 01 020000A2 05 00020020 20 FF000000", "05 04 01"); // the mask is one of the four
        expect("05 00 01 1F 78000000", "05 01 01");
        expect("05 00 01 1F 77000000", "05 00 11");
        expect("05 00 02 1F 77000000 02", "05 00 11");
        expect("05 00 02 20 FFFF0000 1F 78560000", "05 02 01");
    }

    @Test
    void theResetPinHoldsThePart() {
        connect();
        expect("10 00 00 00000000", "10 83");
        expect("10 00 80 00000000", "10 03");
        long held = part.call(Samd21::cycles);
        assertEquals(held, part.call(Samd21::cycles));
        expect("10 80 80 C0C62D00", "10 83"); // three seconds
        expect("10 80 80 C1C62D00", "FF"); // and no longer
        assertEquals(2, memory(0x4100_2001, 1), "a debugger keeps it in reset");
    }

    @Test
    void aHostThatMovesThePinsItselfReadsTheIdentity() {
        expect("02 01", "02 01");
        for (int clock = 0; clock < 52; clock++) {
            tick(clock < 51);
        }
        int request = 0xA5;
        for (int bit = 0; bit < 8; bit++) {
            tick((request >>> bit & 1) != 0);
        }
        byte[] answer = send("1D 02 84 A2"); // 4 clocks for turnaround and acknowledge, then 34
        assertEquals(ACK_OK << 1 | 1, answer[2]);
        assertEquals(DebugAccess.IDENTITY, word(answer, 3));
        assertEquals(2, answer[7] & 3, "parity, and the line let go");
    }

    private void tick(boolean high) {
        int data = high ? 2 : 0;
        send(String.format("10 %02X 03 00000000", data));
        send(String.format("10 %02X 01 00000000", 1));
    }

    @Test
    void aSequenceOfClocksDoesWhatATransferDoes() {
        connect();
        // Request to read CTRL/STAT; turnaround and acknowledge; 33 bits of data, turnaround; two clocks of rest.
        expect("1D 04 08 8D 84 A2 02 00", "1D 00 03 000000F0 02");
    }

    @Test
    void dataThatDoNotFitTheirParityAreNotWritten() {
        connect();
        // SELECT with a parity bit too many.
        expect("1D 04 08 B1 85 21 0000000001 02 00", "1D 00 13");
        expect("05 00 01 06", "05 01 01 800000F0");
        expect("05 00 01 0B", "05 00 04");
        expect("05 00 01 00 08000000", "05 01 01");
        expect("05 00 01 06", "05 01 01 000000F0");
    }

    @Test
    void aRequestThatDoesNotFitItsParitySilencesThePort() {
        connect();
        expect("1D 02 08 AD 84", "1D 00 0F");
        assertEquals(NO_ACK, send(READ_IDENTITY)[2]);
        expect(LINE_RESET_AND_SWITCH, "12 00");
        expect(READ_IDENTITY, "05 01 01 7714C10B");
    }

    @Test
    void withOverrunDetectionRefusedTransfersHaveTheirData() {
        connect();
        expect("13 04", "13 00");
        expect("05 00 04 04 01000050 08 00000000 01 020000A2 05 00000030", "05 04 01");
        expect("05 00 01 0F", "05 00 04");
        expect("05 00 01 0D 01000000", "05 00 04");
        expect("05 00 01 06", "05 01 01 230000F0");
        expect("05 00 01 00 14000000", "05 01 01");
        expect("05 00 01 06", "05 01 01 010000F0");
    }

    @Test
    void aWrongTurnaroundIsNotUnderstood() {
        connect();
        expect("13 01", "13 00");
        assertFalse(send(READ_IDENTITY)[2] == ACK_OK);
        expect("13 00", "13 00");
        connect();
    }

    @Test
    void severalCommandsInOneReport() {
        expect("7F 03 02 01 00 FE 11 01000000", "7F 03 02 01 00 01 04 11 00");
        expect("7F 00", "7F 00");
        expect("7F 02 02 01 0B", "FF");
        expect("7F 01 7F 01 03", "FF");
        expect("7F 01 07", "FF");
    }

    @Test
    void queuedCommandsAreDoneWithTheNextReport() {
        assertEquals(List.of(), probe.answer(report("7E 01 02 01")));
        assertEquals(List.of(), probe.answer(report("7E 01 00 FE")));
        List<byte[]> answers = probe.answer(report("7F 01 03"));
        assertEquals(3, answers.size());
        assertArrayEquals(report("7F 01 02 01"), answers.get(0));
        assertArrayEquals(report("7F 01 00 01 04"), answers.get(1));
        assertArrayEquals(report("7F 01 03 00"), answers.get(2));
        for (int queued = 1; queued < CmsisDap.REPORT_COUNT; queued++) {
            assertEquals(List.of(), probe.answer(report("7E 01 00 FE")));
        }
        assertEquals(CmsisDap.REPORT_COUNT, probe.answer(report("7E 01 00 FE")).size(), "no more than it can hold");
    }

    @Test
    void abortingIsNotAnswered() {
        assertTrue(probe.answer(report("07")).isEmpty());
        connect();
    }

    @Test
    void nothingThatIsSentBreaksIt() {
        long seed = Long.getLong("trustflex.test.seed", System.nanoTime());
        System.out.println("Random reports of this run: -Dtrustflex.test.seed=" + seed);
        Random random = new Random(seed);
        for (int count = 0; count < 20_000; count++) {
            byte[] report = new byte[1 + random.nextInt(CmsisDap.REPORT_SIZE)];
            random.nextBytes(report);
            report[0] = (byte) random.nextInt(0x20);
            if (report[0] != 0x09) {
                for (byte[] answer : probe.answer(report)) {
                    assertTrue(answer[0] == report[0] || answer[0] == (byte) 0xFF, () -> "seed " + seed);
                }
            }
        }
        expect("13 00", "13 00");
        expect("10 80 80 00000000", "10 83");
        expect("02 01", "02 01");
        expect("12 08 00", "12 00");
        expect(LINE_RESET_AND_SWITCH, "12 00");
        expect(READ_IDENTITY, "05 01 01 7714C10B");
    }
}
