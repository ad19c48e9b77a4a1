package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user lets something go wrong with a board, at a point of his choice, once. */
class BoardFaultTest {

    /** Fewer than opening a session and one command take. */
    private static final int ANSWERS = 9;
    private static final byte[] NEW = new byte[32];

    static {
        Arrays.fill(NEW, (byte) 0x33);
    }

    @TempDir
    Path home;

    private SimulatedBoard board;

    @BeforeEach
    void aBoard() throws Exception {
        board = Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults());
    }

    private byte[] slot8() throws Exception {
        try (SecureElement element = board.element().open()) {
            return Arrays.copyOf(element.readSlot(8), 64);
        }
    }

    private static byte[] blocks(int first, int second) {
        byte[] bytes = new byte[64];
        Arrays.fill(bytes, 0, first, NEW[0]);
        Arrays.fill(bytes, 32, 32 + second, NEW[0]);
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({ "CUT_BEFORE_WRITE, 0", "TEAR_WRITE, 16", "CUT_AFTER_WRITE, 32" })
    void thePowerGoesAroundAWriteAndTheNextRunIsWhole(FaultKind kind, int kept) throws Exception {
        board.arm(List.of(new BoardFault(kind, 2)));
        try (SecureElement element = board.element().open()) {
            element.writeBlock(8, 0, NEW);
            String message = assertThrows(LinkFailed.class, () -> element.writeBlock(8, 1, NEW)).getMessage();
            assertTrue(message.contains("power of the board sim:demo was cut"), message);
            assertThrows(LinkFailed.class, element::random);
        }
        assertArrayEquals(blocks(32, kept), slot8());
        try (SecureElement element = board.element().open()) {
            element.writeBlock(8, 0, NEW);
            element.writeBlock(8, 1, NEW);
        }
        assertArrayEquals(blocks(32, 32), slot8());
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, names = { "DROP_REPLY", "DELAY_REPLY", "CORRUPT_REPLY", "TRUNCATE_REPLY",
            "UNPLUG_AT_REPLY" })
    void whateverHappensToAnAnswerIsAnErrorAndTheNextRunIsWhole(FaultKind kind) throws Exception {
        int harmed = 0;
        for (int answer = 1; answer <= ANSWERS; answer++) {
            board.arm(List.of(new BoardFault(kind, answer)));
            harmed += meetsAnError() ? 1 : 0;
            assertFalse(meetsAnError(), "a fault happens once");
        }
        // Unreadable answers to the first question are forgiven: they may have been left over from somebody else.
        assertTrue(harmed >= ANSWERS - 1, kind + " harmed only " + harmed);
    }

    private boolean meetsAnError() {
        try (SecureElement element = board.element().open()) {
            element.revision();
            return false;
        } catch (ElementException met) {
            return true;
        }
    }

    @Test
    void anAnswerThatComesLateIsNotTakenForAnotherOne() throws Exception {
        SerialNumber own = board.description().trustFlex().orElseThrow().serialNumber();
        for (int answer = 10; answer < 40; answer++) {
            board.arm(List.of(new BoardFault(FaultKind.DELAY_REPLY, answer)));
            try (SecureElement element = board.element().open()) {
                for (int times = 0; times < 5; times++) {
                    SerialNumber read = retried(element::serialNumber);
                    assertEquals(own, read);
                }
            } catch (ElementException whileOpening) {
                continue;
            }
        }
    }

    private interface Question {

        SerialNumber ask() throws ElementException;
    }

    private static SerialNumber retried(Question question) throws ElementException {
        try {
            return question.ask();
        } catch (ElementException once) {
            return question.ask();
        }
    }

    @Test
    void theSerialNumberChangesMidway() throws Exception {
        SerialNumber own = board.description().trustFlex().orElseThrow().serialNumber();
        board.arm(List.of(new BoardFault(FaultKind.OTHER_SERIAL_AT_REPLY, 1)));
        try (SecureElement element = board.element().open()) {
            SerialNumber other = element.serialNumber();
            assertNotEquals(own, other);
            assertEquals(other, element.configurationZone().serialNumber());
        }
        try (SecureElement element = board.element().open()) {
            assertEquals(own, element.serialNumber());
        }
    }

    @Test
    void faultsReachOtherPeoplesClientsToo() throws Exception {
        board.arm(List.of(new BoardFault(FaultKind.TRUNCATE_REPLY, 1), new BoardFault(FaultKind.CORRUPT_REPLY, 2),
                new BoardFault(FaultKind.DELAY_REPLY, 3)));
        try (PoweredBoard powered = board.power("simulator serve");
                KitServer server = powered.serveKit(0);
                RawClient client = new RawClient(server.port())) {
            assertEquals("ECC608B T", client.ask("board:device(00)"));
            assertEquals("ECC608B T7I 00(C0)", client.ask("board:device(00)"));
            client.send("board:device(01)\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals("ECC608B TWI 00(6C)", client.ask("board:device(02)"));
            assertEquals("ECC608B TWI 00(6A)", client.line());
        }
    }

    @Test
    void whatWasAskedForCanBeTakenBack() throws Exception {
        board.arm(List.of(new BoardFault(FaultKind.DROP_REPLY, 1)));
        board.arm(List.of());
        assertFalse(meetsAnError());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "drop-reply", "drop-reply=0", "drop-reply=-1", "drop=1", "drop-reply=1 ",
            "DROP_REPLY=1", "drop-reply=1234567890123" })
    void whatIsNoFaultIsNotTakenForOne(String text) {
        assertEquals(Optional.empty(), BoardFault.parse(text));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultHasATextForm(FaultKind kind) {
        BoardFault fault = new BoardFault(kind, 12);
        assertEquals(Optional.of(fault), BoardFault.parse(fault.text()));
    }

    @Test
    void aNoteThatIsNoneIsNamed() throws Exception {
        Path note = home.toAbsolutePath().resolve("boards").resolve("demo").resolve("faults.txt");
        Files.writeString(note, "burn=1\n");
        String message = assertThrows(LinkFailed.class, () -> board.element().open()).getMessage();
        assertTrue(message.contains(note.toString()) && message.contains("burn=1"), message);
    }
}
