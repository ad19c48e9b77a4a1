package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.FileEepromStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user keeps a whole board in a file and brings it back. */
class BoardSnapshotTest {

    private static final byte[] BLOCK = new byte[32];

    static {
        Arrays.fill(BLOCK, (byte) 0x5A);
    }

    @TempDir
    Path home;

    private SimulatedBoards boards;
    private BoardFolder folder;
    private Path file;

    @BeforeEach
    void aBoard() throws Exception {
        boards = Boards.in(home).simulated();
        boards.create("demo", SimulatedBoardOptions.defaults().withProfile(TrustFlexProfile.PRODUCTION));
        folder = new BoardFolder(home.toAbsolutePath().resolve("boards"), "demo");
        file = home.toAbsolutePath().resolve("demo.snapshot");
    }

    private List<EepromImage> memories() throws Exception {
        List<EepromImage> memories = new ArrayList<>();
        for (BoardPart part : BoardPart.values()) {
            memories.add(new FileEepromStore(folder.eeprom(part)).load());
        }
        return memories;
    }

    private void write(SecureElement element) throws Exception {
        try (element) {
            element.writeBlock(8, 0, BLOCK);
        }
    }

    @Test
    void allPartsAndTheSettingsComeBack() throws Exception {
        write(boards.get("demo").element().open());
        List<EepromImage> before = memories();
        String settings = Files.readString(folder.file());
        boards.snapshot("demo", file);
        Files.writeString(folder.file(), settings.replace("\"typical\"", "\"instant\""));
        boards.reset("demo");
        for (int i = 0; i < before.size(); i++) {
            assertNotEquals(before.get(i).slot(0), memories().get(i).slot(0));
        }
        boards.restore("demo", file);
        assertEquals(before, memories());
        assertEquals(settings, Files.readString(folder.file()));
        try (SecureElement element = boards.get("demo").element().open()) {
            assertArrayEquals(BLOCK, Arrays.copyOf(element.readSlot(8), 32));
        }
    }

    @Test
    void onlyTheOwnerReadsTheFileAndNothingIsReplacedByIt() throws Exception {
        boards.snapshot("demo", file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        byte[] kept = Files.readAllBytes(file);
        UnusableBoard taken = assertThrows(UnusableBoard.class, () -> boards.snapshot("demo", file));
        assertEquals(file, taken.file());
        assertArrayEquals(kept, Files.readAllBytes(file));
        Path nowhere = home.resolve("none").resolve("demo.snapshot");
        assertTrue(assertThrows(UnusableBoard.class, () -> boards.snapshot("demo", nowhere)).getMessage()
                .contains(nowhere.toString()));
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void aDeletedBoardComesBackOnANewOneWithItsSerialNumbers() throws Exception {
        List<ElementDescription> elements = boards.get("demo").description().elements();
        boards.snapshot("demo", file);
        boards.delete("demo");
        boards.create("again", SimulatedBoardOptions.defaults());
        boards.restore("again", file);
        assertEquals(elements, boards.get("again").description().elements());
    }

    @Test
    void aSerialNumberNeverExistsTwice() throws Exception {
        boards.snapshot("demo", file);
        boards.create("other", SimulatedBoardOptions.defaults());
        List<ElementDescription> others = boards.get("other").description().elements();
        String refusal = assertThrows(RejectedBoardName.class, () -> boards.restore("other", file)).getMessage();
        assertTrue(refusal.contains("serial number 0123F51D"), refusal);
        assertEquals(others, boards.get("other").description().elements());
    }

    @ParameterizedTest
    @ValueSource(strings = { "board.json", "eeprom.bin", "eeprom-C0.bin", "eeprom-6A.bin" })
    void aDamagedBoardIsNotKeptButMended(String damaged) throws Exception {
        boards.snapshot("demo", file);
        Path path = folder.path().resolve(damaged);
        Files.writeString(path, "{");
        Path second = home.resolve("second.snapshot");
        assertEquals(path, assertThrows(UnusableBoard.class, () -> boards.snapshot("demo", second)).file());
        assertFalse(Files.exists(second));
        boards.restore("demo", file);
        assertEquals(List.of(), boards.scan().problems());
        boards.get("demo").element().open().close();
    }

    @Test
    void aBoardInUseIsNeitherKeptNorRestored() throws Exception {
        boards.snapshot("demo", file);
        try (PoweredBoard powered = boards.get("demo").power("simulator serve")) {
            assertTrue(powered.powered());
            for (String message : List.of(
                    assertThrows(LinkFailed.class, () -> boards.snapshot("demo", home.resolve("x"))).getMessage(),
                    assertThrows(LinkFailed.class, () -> boards.restore("demo", file)).getMessage())) {
                assertTrue(message.contains("simulator serve"), message);
            }
        }
        assertThrows(LinkFailed.class, () -> boards.snapshot("none", home.resolve("x")));
        assertFalse(Files.exists(home.resolve("x")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "^.*$|hello|JSON object",
            "^.*$|{}|no snapshot",
            "\"snapshotFormat\": 1|\"snapshotFormat\": 2|format version", "PRODUCTION|ANY|\"profile\"",
            "\"6C\": \"VEZ|\"6C\": \"VVZ|address 6C is missing", "\"6A\": \"|\"6B\": \"|neighbours",
            "0123F51D|0123F51E|address C0 is missing" })
    void aFileThatIsNoSnapshotIsNamedAndChangesNothing(String right, String wrong, String named) throws Exception {
        boards.snapshot("demo", file);
        String text = Files.readString(file);
        String changed = text.replaceAll("(?s)" + right, wrong.replace("$", "\\$"));
        assertNotEquals(text, changed);
        Files.writeString(file, changed);
        List<EepromImage> before = memories();
        UnusableBoard unusable = assertThrows(UnusableBoard.class, () -> boards.restore("demo", file));
        assertTrue(unusable.getMessage().contains(file.toString()), unusable.getMessage());
        assertTrue(unusable.getMessage().contains(named), unusable.getMessage());
        assertEquals(before, memories());
    }
}
