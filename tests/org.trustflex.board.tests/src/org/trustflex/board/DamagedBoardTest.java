package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.LinkFailed;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a board were damaged: it is said which, and the other boards go on. */
class DamagedBoardTest {

    @TempDir
    Path home;

    private SimulatedBoards boards;
    private BoardFolder folder;
    private SerialNumber serialNumber;

    @BeforeEach
    void twoBoards() throws Exception {
        boards = Boards.in(home).simulated();
        serialNumber = boards.create("demo", SimulatedBoardOptions.defaults()).description().trustFlex().orElseThrow()
                .serialNumber();
        boards.create("whole", SimulatedBoardOptions.defaults());
        folder = new BoardFolder(home.toAbsolutePath().resolve("boards"), "demo");
    }

    private String problem(Path file) throws Exception {
        UnusableBoard unusable = assertThrows(UnusableBoard.class, () -> boards.get("demo"));
        assertEquals(file, unusable.file());
        assertTrue(unusable.getMessage().contains(file.toString()), unusable.getMessage());
        BoardScan scan = boards.scan();
        assertEquals(List.of("sim:whole"), scan.boards().stream().map(Board::id).toList());
        assertEquals(List.of(unusable.getMessage()), scan.problems());
        return unusable.getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "7", "{\"format\":[]}" })
    void aBoardFileThatIsNoneIsNamed(String content) throws Exception {
        Files.writeString(folder.file(), content);
        problem(folder.file());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"format\": 1|\"format\": 2|\"2\"", "PROTOTYPE|prototypes|\"profile\"",
            "0123F51D|0123F51|\"serialNumber\"", "\"created\": \"|\"created\": \"x|\"created\"",
            "\"wrongInputMac\": \"0F\"|\"wrongInputMac\": \"EE\"|wrongInputMac = EE",
            "\"wrongInputMac\"|\"wrongInputMacs\"|wrongInputMacs", "true|maybe|validationNeedsGenKeyDigest",
            "\"typical\"|\"slow\"|executionTimes = slow", "0123F51D|0123F51E|0123F51E" })
    void aWrongValueIsNamed(String right, String wrong, String named) throws Exception {
        String text = Files.readString(folder.file());
        assertTrue(text.contains(right), text);
        Files.writeString(folder.file(), text.replace(right, wrong));
        String message = problem(folder.file());
        assertTrue(message.contains(named), message);
    }

    @Test
    void aMissingBoardFileIsNamed() throws Exception {
        Files.delete(folder.file());
        problem(folder.file());
    }

    @Test
    void aDamagedEepromIsNamedAndAResetMakesTheBoardUsable() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.eeprom(BoardPart.TRUST_FLEX));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.eeprom(BoardPart.TRUST_FLEX), bytes);
        problem(folder.eeprom(BoardPart.TRUST_FLEX));
        boards.reset("demo");
        assertEquals(serialNumber, boards.get("demo").description().trustFlex().orElseThrow().serialNumber());
    }

    @Test
    void anEepromThatIsDamagedWhileItIsNotOpenIsNamedWhenItIsOpened() throws Exception {
        SimulatedBoard board = boards.get("demo");
        Files.delete(folder.eeprom(BoardPart.TRUST_FLEX));
        String message = assertThrows(LinkFailed.class, () -> board.element().open()).getMessage();
        assertTrue(message.contains(folder.eeprom(BoardPart.TRUST_FLEX).toString()), message);
        problem(folder.eeprom(BoardPart.TRUST_FLEX));
        assertEquals(List.of("demo", "whole"), boards.names());
    }

    @Test
    void aDamagedBoardCanBeDeletedAndItsNameUsedAgain() throws Exception {
        Files.writeString(folder.file(), "{");
        assertThrows(RejectedBoardName.class, () -> boards.create("demo", SimulatedBoardOptions.defaults()));
        assertThrows(UnusableBoard.class, () -> boards.reset("demo"));
        boards.delete("demo");
        boards.create("demo", SimulatedBoardOptions.defaults()).element().open().close();
    }

    @Test
    void settingsInTheBoardFileCountAndMissingOnesHaveTheirDefaults() throws Exception {
        String text = Files.readString(folder.file());
        Files.writeString(folder.file(), text.replace("\"deliveredContent\": \"zeros\"",
                "\"deliveredContent\": \"ones\"").replaceAll("\"executionTimes\": \"typical\"",
                        "\"executionTimes\": \"instant\""));
        boards.reset("demo");
        SimulatedBoard board = boards.get("demo");
        try (SecureElement element = board.element().open()) {
            assertEquals((byte) 0xFF, element.readSlot(13)[0]);
        }
        assertEquals(0, board.trace().last(1).get(0).executionTime().toNanos());
        Files.writeString(folder.file(), text.replaceAll("(?s),\\s*\"settings\".*", "}"));
        boards.get("demo").element().open().close();
    }

    @Test
    void aHomeThatCanNotBeWrittenIsSaidToBe() throws Exception {
        Assumptions.assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        Files.setPosixFilePermissions(home.resolve("boards"), PosixFilePermissions.fromString("r-x------"));
        try {
            String message = assertThrows(UnusableBoard.class,
                    () -> boards.create("new", SimulatedBoardOptions.defaults())).getMessage();
            assertTrue(message.contains("can't be written"), message);
        } finally {
            Files.setPosixFilePermissions(home.resolve("boards"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aHomeThatIsAFileIsSaidToBe() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        SimulatedBoards none = Boards.in(file).simulated();
        assertEquals(List.of(), none.names());
        String message = assertThrows(UnusableBoard.class,
                () -> none.create("new", SimulatedBoardOptions.defaults())).getMessage();
        assertTrue(message.contains("can't be written"), message);
    }

    @Test
    void anElementWhoseMemoryCanNotBeKeptIsOffAndSaysWhy() throws Exception {
        try (SecureElement element = boards.get("demo").element().open()) {
            Files.delete(folder.eeprom(BoardPart.TRUST_FLEX));
            Files.createDirectory(folder.eeprom(BoardPart.TRUST_FLEX));
            Files.writeString(folder.eeprom(BoardPart.TRUST_FLEX).resolve("in the way"), "");
            String message = assertThrows(LinkFailed.class, () -> element.writeBlock(8, 0, new byte[32])).getMessage();
            assertTrue(message.contains("has no power, as its files can't be used"), message);
            assertThrows(LinkFailed.class, element::random);
        }
    }
}
