package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.LedPattern;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.board.mcu.Speed;
import org.trustflex.tests.support.CrossCompiler;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user loads a program of his own into a simulated board, watches it talk to the secure element, and goes back. */
@Timeout(120)
class FirmwareOnBoardTest {

    private static final Duration UNTIL_IT_BLINKS = Duration.ofMillis(3200);

    @TempDir
    Path home;
    @TempDir
    Path folder;

    private SimulatedBoard board;

    @BeforeEach
    void create() throws Exception {
        board = Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults());
    }

    private SimulatedBoard again() throws Exception {
        return Boards.in(home).simulated().get("demo");
    }

    private void load(String source) throws Exception {
        FlashImage image = FlashImage.read(CrossCompiler.compile(folder, source));
        board.programmer().program(image, ProgrammingListener.NONE);
    }

    @Test
    void theProgramFindsTheElementAndBlinksOnceASecond() throws Exception {
        load("element.c");
        List<String> reports = new ArrayList<>();
        StringBuilder heard = new StringBuilder();
        try (PoweredBoard powered = again().power("run")) {
            Mcu mcu = powered.mcu();
            mcu.listen(reports::add);
            mcu.console().listen(bytes -> heard.append(new String(bytes, StandardCharsets.US_ASCII)));
            mcu.run(UNTIL_IT_BLINKS);
            String serialNumber = board.description().trustFlex().orElseThrow().serialNumber().hex();
            // GenKey takes 11 ms; the program waits a millisecond between its polls.
            assertEquals("looking for the secure element\r\nserial number " + serialNumber
                    + "\r\npublic key after ms 0B\r\nasleep again\r\n", mcu.console().text());
            assertEquals(mcu.console().text(), heard.toString());
            LedPattern led = mcu.statusLed().pattern();
            assertEquals(1.0, led.blinksPerSecond(), 0.01, led.toString());
            assertEquals(List.of(), reports);
            assertFalse(mcu.state().lockedUp());
        }
        List<String> commands = board.trace().last(10).stream().map(TraceEntry::command).toList();
        assertEquals(2, commands.size(), "over I2C commands are in the trace as over the kit: " + commands);
    }

    @Test
    void anotherProgramThanTheFactorysRemovesTheKitUntilThatIsRestored() throws Exception {
        assertEquals(ProgramKind.KIT, board.flashedProgram().kind());
        assertEquals("kit 2.2.0", board.description().program());
        load("element.c");
        SimulatedBoard now = again();
        assertEquals(ProgramKind.FIRMWARE, now.flashedProgram().kind());
        assertEquals("firmware element.elf", now.description().program());
        String refused = assertThrows(LinkFailed.class, () -> now.element().open()).getMessage();
        assertTrue(refused.contains("runs firmware element.elf") && refused.contains("Restore the factory program"),
                refused);
        try (PoweredBoard powered = now.power("serve")) {
            assertEquals(refused, assertThrows(LinkFailed.class, () -> powered.serveKit(0)).getMessage());
        }
        now.programmer().restoreFactoryProgram(ProgrammingListener.NONE);
        assertEquals(ProgramKind.KIT, again().flashedProgram().kind());
        try (SecureElement element = again().element().open()) {
            element.random();
        }
    }

    @Test
    void whileAProgramIsLoadedTheClientsOfTheKitAreTurnedOutAndLaterLetInAgain() throws Exception {
        FlashImage image = FlashImage.read(CrossCompiler.compile(folder, "element.c"));
        try (PoweredBoard powered = board.power("simulator serve"); KitServer server = powered.serveKit(0)) {
            try (RawClient client = new RawClient(server.port())) {
                assertEquals("00(04113343)", client.ask("E:w()"));
                powered.mcu().programmer().program(image, ProgrammingListener.NONE);
                assertEquals(null, client.line(), "the kit is gone");
            }
            powered.mcu().run(Duration.ofMillis(100));
            assertTrue(powered.mcu().console().text().contains("asleep again"), powered.mcu().console().text());
            powered.mcu().programmer().restoreFactoryProgram(ProgrammingListener.NONE);
            Await.until(() -> isKitAt(server.port()));
        }
    }

    private static boolean isKitAt(int port) {
        try (RawClient client = new RawClient(port)) {
            return "00(04113343)".equals(client.ask("E:w()"));
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    @Test
    void whileItRunsNobodyElseHasTheBoardAndAPowerCutEndsIt() throws Exception {
        load("element.c");
        try (McuSession session = again().openMcu(Speed.MAX)) {
            Mcu mcu = session.mcu();
            Await.until(() -> mcu.console().text().contains("asleep again"));
            String held = assertThrows(LinkFailed.class, () -> again().openMcu(Speed.MAX)).getMessage();
            assertTrue(held.contains("in use by"), held);
            assertTrue(board.powerCut().isPresent());
            Await.until(() -> {
                Duration before = mcu.state().time();
                Thread.onSpinWait();
                return mcu.state().time().equals(before);
            });
        }
        try (McuSession session = again().openMcu(Speed.REAL)) {
            Await.until(() -> session.mcu().console().text().contains("asleep again"));
        }
    }

    @Test
    void theSameImageDoesTheSameAtTheSameTimesAgainAndAgain() throws Exception {
        load("element.c");
        assertEquals(traceOfARun(Duration.ofMillis(700)), traceOfARun(Duration.ofMillis(350), Duration.ofMillis(350)));
    }

    private List<String> traceOfARun(Duration... parts) throws Exception {
        List<String> trace = new ArrayList<>();
        try (PoweredBoard powered = again().power("run")) {
            Mcu mcu = powered.mcu();
            mcu.statusLed().listen((on, time) -> trace.add("LED " + on + " at " + time));
            mcu.console().listen(bytes -> trace.add("byte " + bytes[0] + " at " + mcu.state().cycles()));
            for (Duration part : parts) {
                mcu.run(part);
            }
        }
        return trace;
    }

    @Test
    void theResetSwitchBeginsAnew() throws Exception {
        load("element.c");
        try (PoweredBoard powered = again().power("run")) {
            powered.mcu().run(Duration.ofMillis(200));
            String once = powered.mcu().console().text();
            powered.mcu().reset();
            powered.mcu().run(Duration.ofMillis(200));
            assertEquals(once + once, powered.mcu().console().text());
        }
    }

    @Test
    void aDamagedFlashFileIsToldAndDeletingItIsAWayOut() throws Exception {
        Path file = home.resolve("boards/demo/flash.bin");
        assertFalse(Files.exists(file), "a new board has the factory program without a file");
        Files.write(file, new byte[1000]);
        String message = assertThrows(UnusableBoard.class, this::again).getMessage();
        assertTrue(message.contains("flash.bin has 1000 bytes and not 262400"), message);
        Files.delete(file);
        assertEquals(ProgramKind.KIT, again().flashedProgram().kind());
    }

    @Test
    void aSnapshotOfTheBoardHasTheProgramInIt() throws Exception {
        load("element.c");
        Path snapshot = folder.resolve("demo.snapshot");
        Boards.in(home).simulated().snapshot("demo", snapshot);
        again().programmer().restoreFactoryProgram(ProgrammingListener.NONE);
        Boards.in(home).simulated().restore("demo", snapshot);
        assertEquals(ProgramKind.FIRMWARE, again().flashedProgram().kind());
        Path before = folder.resolve("before.snapshot");
        Boards.in(home).simulated().reset("demo");
        Boards.in(home).simulated().snapshot("demo", before);
        load("element.c");
        Boards.in(home).simulated().restore("demo", before);
        assertEquals(ProgramKind.KIT, again().flashedProgram().kind());
    }

    @Test
    void aBoardThatIsResetHasItsFactoryProgramAgain() throws Exception {
        load("element.c");
        Boards.in(home).simulated().reset("demo");
        assertEquals(ProgramKind.KIT, again().flashedProgram().kind());
        again().element().open().close();
    }
}
