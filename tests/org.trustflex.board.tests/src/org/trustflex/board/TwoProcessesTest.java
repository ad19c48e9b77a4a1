package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.LinkFailed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user has two programs on one simulated board. */
@Timeout(120)
class TwoProcessesTest {

    @TempDir
    Path home;

    private Boards boards;

    @BeforeEach
    void aBoard() throws Exception {
        boards = Boards.in(home).as("slots");
        boards.simulated().create("demo", SimulatedBoardOptions.defaults());
    }

    private SimulatedBoard board() throws Exception {
        return boards.simulated().get("demo");
    }

    private OtherProcess other(String purpose) throws Exception {
        return OtherProcess.on(home, "demo", purpose);
    }

    @Test
    void theSecondSaysWhoHasTheBoard() throws Exception {
        try (OtherProcess other = other("rotate")) {
            assertEquals("done", other.ask("open"));
            Instant asked = Instant.now();
            String message = assertThrows(LinkFailed.class, () -> board().element().open()).getMessage();
            assertTrue(Duration.between(asked, Instant.now()).toMillis() < 1000);
            assertTrue(message.contains("process " + other.pid() + " (rotate, since "), message);
            assertTrue(board().description().holder().orElseThrow().startsWith("process " + other.pid()));
            assertEquals("done", other.ask("random"), "the first is not disturbed");
            assertEquals("done", other.ask("close"));
            assertTrue(board().description().holder().isEmpty());
            board().element().open().close();
        }
    }

    @Test
    void soItIsTheOtherWayRound() throws Exception {
        try (OtherProcess other = other("rotate"); SecureElement mine = board().element().open()) {
            String answer = other.ask("open");
            assertTrue(answer.startsWith("LinkFailed: The board sim:demo is in use by process "
                    + ProcessHandle.current().pid() + " (slots"), answer);
            mine.random();
        }
    }

    @Test
    void oneProgramDoesNotOpenItTwiceEither() throws Exception {
        try (SecureElement first = board().element().open()) {
            String message = assertThrows(LinkFailed.class, () -> board().element().open()).getMessage();
            assertTrue(message.contains("in use by process " + ProcessHandle.current().pid()), message);
            first.random();
        }
    }

    @Test
    void manyWhoTakeTurnsLoseNothing() throws Exception {
        int programs = 4;
        int turns = 5;
        List<Callable<Boolean>> works = Collections.nCopies(programs, () -> {
            for (int done = 0; done < turns;) {
                try (SecureElement element = board().element().open()) {
                    element.incrementCounter(1);
                    done++;
                } catch (LinkFailed held) {
                    assertTrue(held.getMessage().contains("in use"), held.getMessage());
                }
            }
            return true;
        });
        ExecutorService pool = Executors.newFixedThreadPool(programs);
        try {
            for (Future<Boolean> done : pool.invokeAll(works)) {
                assertTrue(done.get());
            }
        } finally {
            pool.shutdownNow();
        }
        try (SecureElement element = board().element().open()) {
            assertEquals(programs * turns, element.counter(1));
        }
        assertFalse(Files.exists(new BoardFolder(home.resolve("boards"), "demo").note()));
    }

    @Test
    void resetAndDeleteSayWhoHasTheBoard() throws Exception {
        try (OtherProcess other = other("simulator serve")) {
            other.ask("open");
            for (LinkFailed refused : new LinkFailed[] {
                    assertThrows(LinkFailed.class, () -> boards.simulated().reset("demo")),
                    assertThrows(LinkFailed.class, () -> boards.simulated().delete("demo")) }) {
                assertTrue(refused.getMessage().contains("process " + other.pid() + " (simulator serve"),
                        refused.getMessage());
            }
            assertEquals("done", other.ask("random"));
        }
    }

    @Test
    void aHolderThatIsKilledWhileItWritesFreesTheBoardAndLeavesItWhole() throws Exception {
        for (int round = 0; round < 5; round++) {
            long before = commands();
            try (OtherProcess other = other("writes")) {
                assertEquals("done", other.ask("open"));
                assertEquals("writing", other.ask("write"));
                Await.until(() -> commands() > before + 40);
                other.kill();
            }
            assertTrue(Files.exists(new BoardFolder(home.resolve("boards"), "demo").note()), "the note is stale");
            assertTrue(board().description().holder().isEmpty());
            try (SecureElement element = board().element().open()) {
                byte[] block = Arrays.copyOf(element.readSlot(8), 32);
                for (byte value : block) {
                    assertEquals(block[0], value);
                }
            }
        }
    }

    private long commands() throws Exception {
        return board().trace().last(1).stream().mapToLong(TraceEntry::number).max().orElse(0);
    }

    @Test
    void aStaleNoteOfAProcessNumberThatSomebodyElseHasNowIsNotBelieved() throws Exception {
        Path note = new BoardFolder(home.resolve("boards"), "demo").note();
        Holder myself = Holder.self("rotate", Optional.empty());
        new Holder(myself.process(), myself.started() - 60_000, "rotate", Instant.now(), Optional.empty()).write(note);
        assertTrue(board().description().holder().isEmpty());
        board().element().open().close();
        for (String damaged : new String[] { "", "{", "[]", "{\"process\":1}", "\u0000".repeat(9000) }) {
            Files.write(note, damaged.getBytes(StandardCharsets.UTF_8));
            assertTrue(board().description().holder().isEmpty());
            board().element().open().close();
        }
    }

    @Test
    void powerIsCutFromAnotherProcessWhileASessionRuns() throws Exception {
        try (OtherProcess other = other("simulator power-cut"); SecureElement mine = board().element().open()) {
            mine.random();
            assertTrue(other.ask("cut").startsWith("process " + ProcessHandle.current().pid() + " (slots"));
            String message = assertThrows(LinkFailed.class, mine::random).getMessage();
            assertTrue(message.contains("The power of the board sim:demo was cut"), message);
            assertTrue(other.ask("open").startsWith("LinkFailed"), "who lost the power still has the board");
        }
        try (SecureElement again = board().element().open()) {
            again.random();
        }
    }

    @Test
    void theHolderInTheOtherProcessLosesItsPower() throws Exception {
        try (OtherProcess other = other("rotate")) {
            other.ask("open");
            other.ask("write");
            assertTrue(board().powerCut().orElseThrow().startsWith("process " + other.pid() + " (rotate"));
        }
        try (SecureElement again = board().element().open()) {
            assertFalse(again.readValidity(14));
        }
    }

    @Test
    void whereNobodyHasTheBoardThereIsNoPowerToCut() throws Exception {
        assertEquals(Optional.empty(), board().powerCut());
        try (OtherProcess other = other("rotate")) {
            other.ask("open");
            other.kill();
        }
        assertEquals(Optional.empty(), board().powerCut());
    }

    @Test
    void aHolderThatHangsIsNamedAfterASecond() throws Exception {
        BoardFolder folder = new BoardFolder(home.resolve("boards"), "demo");
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                BoardLock lock = BoardLock.take(folder)) {
            lock.note(Holder.self("hang", Optional.of(new ControlAddress(deaf.getLocalPort(), "token"))));
            Instant asked = Instant.now();
            String message = assertThrows(LinkFailed.class, () -> board().powerCut()).getMessage();
            assertTrue(message.contains("(hang, since") && message.contains("within a second"), message);
            assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 4);
        }
    }

    @Test
    void whoDoesNotKnowTheTokenCutsNothing() throws Exception {
        try (SecureElement mine = board().element().open()) {
            ControlAddress control = Holder.read(new BoardFolder(home.resolve("boards"), "demo").note()).orElseThrow()
                    .control().orElseThrow();
            int port = control.port();
            assertEquals(Optional.of("on"), ControlClient.ask(control, PoweredBoard.STATUS));
            assertEquals(Optional.of("unknown"), ControlClient.ask(control, "explode"));
            assertEquals(Optional.empty(),
                    ControlClient.ask(new ControlAddress(port, "0".repeat(32)), PoweredBoard.POWER_CUT));
            assertEquals(Optional.empty(),
                    ControlClient.ask(new ControlAddress(port, "x".repeat(100_000)), "power-cut"));
            mine.random();
        }
    }
}
