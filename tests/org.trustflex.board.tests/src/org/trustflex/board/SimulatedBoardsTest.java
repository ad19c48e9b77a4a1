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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user makes, lists, resets and deletes simulated boards. */
class SimulatedBoardsTest {

    @TempDir
    Path home;

    private SimulatedBoards boards() {
        return Boards.in(home).simulated();
    }

    private SimulatedBoard create(String name) throws Exception {
        return boards().create(name, SimulatedBoardOptions.defaults());
    }

    private static EccPublicKey deviceKey(Board board) throws Exception {
        try (SecureElement element = board.element().open()) {
            return element.publicKey(0);
        }
    }

    @Test
    void aNewBoardIsListedWithWhatIsOnIt() throws Exception {
        create("demo");
        Board board = boards().scan().boards().get(0);
        assertEquals("sim:demo", board.id());
        ElementDescription part = board.description().trustFlex().orElseThrow();
        assertEquals("ATECC608B-TFLXTLS", part.part());
        assertEquals(0x6C, part.i2cAddress());
        assertTrue(part.configurationLocked() && part.dataLocked() && part.simulated(), part.toString());
        assertTrue(part.serialNumber().hex().matches("0123F51D[0-9A-F]{8}01"), part.toString());
        assertEquals("kit 2.2.0", board.description().program());
        assertTrue(board.description().holder().isEmpty());
    }

    @Test
    void theWayToItsElementIsTheKitProtocolAndLeadsToAPartAsDelivered() throws Exception {
        SimulatedBoard board = create("demo");
        try (SecureElement element = board.element().open()) {
            assertEquals(board.description().trustFlex().orElseThrow().serialNumber(), element.serialNumber());
            assertEquals(TrustFlexProfile.PROTOTYPE, TrustFlexProfile.of(element.configurationZone()).orElseThrow());
            assertArrayEquals(SimulatorChain.otpZone(), element.readOtp());
            assertFalse(element.readValidity(14));
            CertificateSlots slots = CertificateSlots.of(element.readSlot(10), element.readSlot(11),
                    element.readSlot(12));
            CertificateChain chain = SimulatorChain.DEFINITION.rebuild(slots, element.publicKey(0),
                    element.serialNumber(), Optional.empty());
            assertEquals(element.publicKey(0), chain.device().publicKey());
        }
    }

    @Test
    void boardsAreListedByNameAndAreDifferentParts() throws Exception {
        create("lab-2");
        create("demo");
        create("0.left_over");
        assertEquals(List.of("0.left_over", "demo", "lab-2"), boards().names());
        assertEquals(3, boards().scan().boards().stream()
                .map(board -> board.description().trustFlex().orElseThrow().serialNumber()).distinct().count());
        assertNotEquals(deviceKey(boards().get("demo")), deviceKey(boards().get("lab-2")));
    }

    @Test
    void inANewHomeThereIsNothingAndNothingIsMade() throws Exception {
        Path elsewhere = home.resolve("not").resolve("yet");
        SimulatedBoards none = Boards.in(elsewhere).simulated();
        assertEquals(List.of(), none.names());
        assertEquals(List.of(), none.scan().boards());
        String message = assertThrows(LinkFailed.class, () -> none.get("demo")).getMessage();
        assertTrue(message.contains("\"demo\"") && message.contains("Create it"), message);
        assertFalse(Files.exists(elsewhere));
    }

    @Test
    void whatIsWrittenStaysFromSessionToSession() throws Exception {
        SimulatedBoard board = create("demo");
        byte[] block = "0123456789ABCDEF0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
        try (SecureElement element = board.element().open()) {
            element.writeBlock(8, 1, block);
        }
        try (SecureElement element = boards().get("demo").element().open()) {
            assertArrayEquals(block, Arrays.copyOfRange(element.readSlot(8), 32, 64));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Demo", "-demo", ".demo", "demo.", "a/b", "..", "demo board", "d\u00e9mo", "con",
            "nul.x",
            "com1", "a23456789012345678901234567890123" })
    void aBadNameIsRefusedInAClearSentence(String name) {
        String message = assertThrows(RejectedBoardName.class, () -> create(name)).getMessage();
        assertTrue(message.contains("\"" + name + "\"") && message.contains("a-z, 0-9"), message);
        assertThrows(LinkFailed.class, () -> boards().get(name));
        assertThrows(LinkFailed.class, () -> boards().delete(name));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "0", "a2345678901234567890123456789012", "lab.2_b-c", "console" })
    void aGoodNameIsTaken(String name) throws Exception {
        assertEquals("sim:" + name, create(name).id());
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        EccPublicKey key = deviceKey(create("demo"));
        String message = assertThrows(RejectedBoardName.class, () -> create("demo")).getMessage();
        assertTrue(message.contains("\"demo\" already"), message);
        assertEquals(key, deviceKey(boards().get("demo")));
    }

    @Test
    void aSerialNumberMayBeChosenWithinTheRangeOfSimulatedPartsAndOnce() throws Exception {
        SerialNumber serialNumber = new SerialNumber("0123F51DCAFEBABE01");
        SimulatedBoardOptions options = SimulatedBoardOptions.defaults().withSerialNumber(serialNumber)
                .withProfile(TrustFlexProfile.PRODUCTION);
        SimulatedBoard board = boards().create("demo", options);
        try (SecureElement element = board.element().open()) {
            assertEquals(serialNumber, element.serialNumber());
            assertEquals(TrustFlexProfile.PRODUCTION, TrustFlexProfile.of(element.configurationZone()).orElseThrow());
        }
        String taken = assertThrows(RejectedBoardName.class, () -> boards().create("other", options)).getMessage();
        assertTrue(taken.contains(serialNumber.hex()), taken);
        SimulatedBoardOptions real = options.withSerialNumber(new SerialNumber("0123AA55AA55AA5501"));
        String range = assertThrows(RejectedBoardName.class, () -> boards().create("other", real)).getMessage();
        assertTrue(range.contains("0123F51D"), range);
        assertEquals(List.of("demo"), boards().names());
    }

    @Test
    void aDeletedBoardIsGoneWithItsSecretsAndItsNameIsFree() throws Exception {
        EccPublicKey key = deviceKey(create("demo"));
        boards().delete("demo");
        assertEquals(List.of(), boards().names());
        try (Stream<Path> left = Files.walk(home)) {
            assertEquals(List.of(), left.filter(file -> file.toString().contains("eeprom")).toList());
        }
        String message = assertThrows(LinkFailed.class, () -> boards().delete("demo")).getMessage();
        assertTrue(message.contains("no simulated board \"demo\""), message);
        assertNotEquals(key, deviceKey(create("demo")));
    }

    @Test
    void aBoardThatWasDeletedMeanwhileIsSaidToBe() throws Exception {
        SimulatedBoard board = create("demo");
        boards().delete("demo");
        String message = assertThrows(LinkFailed.class, () -> board.element().open()).getMessage();
        assertTrue(message.contains("was deleted"), message);
    }

    @Test
    void aResetBoardHasANewPartWithTheSameSerialNumber() throws Exception {
        SimulatedBoard board = create("demo");
        EccPublicKey key = deviceKey(board);
        try (SecureElement element = board.element().open()) {
            element.writeBlock(8, 0, new byte[32]);
            element.incrementCounter(0);
            element.lockSlot(6);
        }
        boards().reset("demo");
        assertEquals(List.of(), board.trace().last(10));
        try (SecureElement element = boards().get("demo").element().open()) {
            assertEquals(board.description().trustFlex().orElseThrow().serialNumber(), element.serialNumber());
            assertNotEquals(key, element.publicKey(0));
            assertEquals(0, element.counter(0));
            assertFalse(element.configurationZone().slotLocked(6));
        }
    }

    @Test
    void whatAKilledProcessLeftHalfMadeIsNeverListedAndNeverInTheWay() throws Exception {
        Path half = home.resolve("boards").resolve(".unfinished-0c7b");
        Files.createDirectories(half);
        Files.writeString(half.resolve("board.json"), "{");
        assertEquals(List.of(), boards().names());
        assertEquals(List.of(), boards().scan().problems());
        create("demo");
        assertFalse(Files.exists(half), "the next board that is made takes it away");
    }

    @Test
    void manyProgramsMakeBoardsAtOnce() throws Exception {
        List<Callable<String>> works = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "board-" + i % 6;
            works.add(() -> {
                try {
                    return create(name).id();
                } catch (RejectedBoardName taken) {
                    return "taken";
                }
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            int taken = 0;
            for (Future<String> done : pool.invokeAll(works)) {
                taken += done.get().equals("taken") ? 1 : 0;
            }
            assertEquals(6, taken);
        } finally {
            pool.shutdownNow();
        }
        assertEquals(6, boards().scan().boards().size());
    }

    @Test
    void nobodyElseReadsWhatABoardHolds() throws Exception {
        SimulatedBoard board = create("demo");
        try (SecureElement element = board.element().open(); Stream<Path> files = Files.walk(home.resolve("boards"))) {
            element.random();
            for (Path file : files.toList()) {
                assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
            }
        }
    }
}
