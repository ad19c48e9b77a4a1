package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.SimulatedTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user looks what was said to the chip. */
class BoardTraceTest {

    @TempDir
    Path home;

    private SimulatedBoard board;
    private BoardFolder folder;

    @BeforeEach
    void aBoard() throws Exception {
        board = Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults());
        folder = new BoardFolder(home.toAbsolutePath().resolve("boards"), "demo");
    }

    private List<Long> numbers(int count) throws Exception {
        return board.trace().last(count).stream().map(TraceEntry::number).toList();
    }

    @Test
    void itSaysWhatWasAskedAndWhyTheChipRefusedWhileSomebodyHasTheBoard() throws Exception {
        try (SecureElement element = board.element().open()) {
            element.random();
            assertThrows(DeviceRefused.class, () -> element.readSlot(5));
            List<TraceEntry> last = board.trace().last(2);
            TraceEntry random = last.get(0);
            assertEquals("Random", random.command());
            assertEquals("00", random.status());
            assertEquals(7, random.requestLength());
            assertEquals(35, random.responseLength());
            assertTrue(random.executionTime().compareTo(Duration.ZERO) > 0);
            TraceEntry read = last.get(1);
            assertEquals(OptionalInt.of(5), read.slot());
            assertEquals("0F", read.status());
            assertTrue(read.refusal().orElseThrow().contains("slot 5"), read.toString());
            assertTrue(read.deviceTime().compareTo(random.deviceTime()) > 0);
            assertEquals(random.number() + 1, read.number());
            assertEquals(0x6C, read.i2cAddress());
        }
    }

    @Test
    void aNewBoardHasNone() throws Exception {
        assertEquals(List.of(), board.trace().last(10));
        board.trace().clear();
        assertEquals(List.of(), board.trace().last(10));
    }

    @Test
    void numbersGoOnFromSessionToSessionAndTheLastOnesAreGiven() throws Exception {
        board.element().open().close();
        board.element().open().close();
        List<Long> all = numbers(1000);
        assertEquals(LongStream.rangeClosed(1, all.size()).boxed().toList(), all);
        assertEquals(all.subList(all.size() - 3, all.size()), numbers(3));
        assertEquals(List.of(), numbers(0));
    }

    @Test
    void aSecretThatIsWrittenIsInNoFileButTheEeprom() throws Exception {
        byte[] secret = "CANARY-0f-a-secret-that-nobody-m".getBytes(StandardCharsets.US_ASCII);
        try (SecureElement element = board.element().open()) {
            element.writeBlock(6, 0, secret);
            element.writeBlock(9, 0, secret);
            element.nonce(0, secret);
            assertThrows(DeviceRefused.class, () -> element.mac(0, 6, secret));
            byte[] hostNonce = Arrays.copyOf(secret, 20);
            element.writeEncrypted(5, 0, secret, secret, hostNonce);
        }
        HexFormat hex = HexFormat.of();
        List<String> forms = List.of(new String(secret, StandardCharsets.US_ASCII), hex.formatHex(secret, 0, 8),
                Base64.getEncoder().encodeToString(Arrays.copyOf(secret, 9)));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                boolean found = forms.stream().anyMatch(form -> content.toLowerCase(Locale.ROOT)
                        .contains(form.toLowerCase(Locale.ROOT)));
                assertEquals(file.equals(folder.eeprom(BoardPart.TRUST_FLEX)), found, file.toString());
            }
        }
    }

    @Test
    void aLineThatWasTornByAKillIsPassedOverAndTheNextCommandIsNot() throws Exception {
        board.element().open().close();
        List<Long> before = numbers(1000);
        Files.writeString(folder.trace(), "{\"n\":99999,\"time\":\"20", StandardOpenOption.APPEND);
        assertEquals(before, numbers(1000));
        board.element().open().close();
        List<Long> after = numbers(1000);
        assertEquals(LongStream.rangeClosed(1, after.size()).boxed().toList(), after);
        assertTrue(after.size() > before.size());
    }

    @Test
    void itIsBoundedAndKeepsTheNewest() throws Exception {
        CommandPacket packet = CommandPacket.of(Opcode.WRITE, 0x82, 0x40, new byte[32]);
        SimulatedTransaction transaction = new SimulatedTransaction(Optional.of(packet), StatusCode.SUCCESS, 4,
                Optional.empty(), Duration.ZERO, Duration.ofMillis(7));
        int count = 12_000;
        try (TraceWriter writer = TraceWriter.open(folder)) {
            for (int i = 0; i < count; i++) {
                writer.answered(0x6C, transaction);
            }
        }
        long size = Files.size(folder.trace()) + Files.size(folder.olderTrace());
        assertTrue(size <= 2 * TraceWriter.MOST_BYTES, size + " bytes");
        assertTrue(Files.size(folder.olderTrace()) > TraceWriter.MOST_BYTES - 1000);
        List<Long> kept = numbers(Integer.MAX_VALUE);
        assertEquals(count, kept.get(kept.size() - 1));
        assertEquals(LongStream.rangeClosed(count - kept.size() + 1, count).boxed().toList(), kept);
        assertEquals(List.of((long) count - 1, (long) count), numbers(2));
        try (TraceWriter writer = TraceWriter.open(folder)) {
            writer.answered(0x6C, transaction);
        }
        assertEquals(List.of(count + 1L), numbers(1));
    }

    @Test
    void itIsReadWholeWhileItIsWrittenAndTurnedOver() throws Exception {
        SimulatedTransaction transaction = new SimulatedTransaction(Optional.empty(), StatusCode.COMMUNICATION_ERROR,
                4, Optional.empty(), Duration.ZERO, Duration.ZERO);
        try (TraceWriter writer = TraceWriter.open(folder)) {
            Thread writing = new Thread(() -> {
                for (int i = 0; i < 5000; i++) {
                    writer.answered(0x6C, transaction);
                }
            });
            writing.start();
            while (writing.isAlive()) {
                List<Long> numbers = numbers(5000);
                for (int i = 1; i < numbers.size(); i++) {
                    assertEquals(numbers.get(i - 1) + 1, numbers.get(i), "a gap");
                }
            }
            writing.join();
        }
        assertTrue(Files.exists(folder.olderTrace()), "it was turned over");
        assertEquals(List.of(5000L), numbers(1));
    }

    @Test
    void itCanBeClearedWhileSomebodyHasTheBoard() throws Exception {
        try (SecureElement element = board.element().open()) {
            element.random();
            board.trace().clear();
            assertEquals(List.of(), board.trace().last(10));
            element.random();
            assertEquals(1, board.trace().last(10).size());
        }
    }

    @Test
    void aTraceThatCanNotBeReadIsNamed() throws Exception {
        Files.createDirectory(folder.trace());
        UnusableBoard unusable = assertThrows(UnusableBoard.class, () -> board.trace().last(1));
        assertEquals(folder.trace(), unusable.file());
    }

    @Test
    void anythingMayStandInItAndNothingBreaks() throws Exception {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        Files.write(folder.trace(), noise);
        assertEquals(List.of(), board.trace().last(10), "seed " + seed);
        board.element().open().close();
        assertFalse(board.trace().last(10).isEmpty(), "seed " + seed);
    }
}
