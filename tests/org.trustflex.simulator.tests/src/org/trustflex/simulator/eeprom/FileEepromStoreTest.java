package org.trustflex.simulator.eeprom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.simulator.Bench;
import org.trustflex.simulator.environment.SimulatorSettings;

/** The file that an element's EEPROM lives in. */
class FileEepromStoreTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("element.eeprom");
    }

    private FileEepromStore created() throws IOException {
        FileEepromStore store = new FileEepromStore(file());
        store.create(Bench.prototypeImage());
        return store;
    }

    @Test
    void aRestartKeepsWhatWasWritten() throws IOException {
        created();
        Bench.on(new FileEepromStore(file()), SimulatorSettings.defaults()).accepts(Opcode.WRITE, 0x82, 8 << 3,
                Bench.ANY_32);
        EepromImage image = new FileEepromStore(file()).load();
        assertEquals(Bench.prototypeImage().withSlotBytes(8, 0, Bench.ANY_32), image);
    }

    @Test
    void everythingIsKept() throws IOException {
        created();
        assertEquals(Bench.prototypeImage(), new FileEepromStore(file()).load());
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        FileEepromStore store = created();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        store.save(Bench.prototypeImage());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        created().save(Bench.prototypeImage());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void whatAKilledProcessLeftBehindIsNoHindrance() throws IOException {
        FileEepromStore store = created();
        Path leftOver = directory.resolve("element.eeprom.new");
        Files.write(leftOver, new byte[] { 1, 2, 3 });
        assertEquals(Bench.prototypeImage(), new FileEepromStore(file()).load());
        store.save(Bench.prototypeImage());
        assertFalse(Files.exists(leftOver));
    }

    @Test
    void theOldContentStaysWhenANewOneCannotBeWritten() throws IOException {
        FileEepromStore store = created();
        Path inTheWay = Files.createDirectory(directory.resolve("element.eeprom.new"));
        Files.write(inTheWay.resolve("file"), new byte[1]);
        assertThrows(IOException.class, () -> store.save(Bench.prototypeImage().withSlotBytes(8, 0, (byte) 1)));
        assertEquals(Bench.prototypeImage(), new FileEepromStore(file()).load());
    }

    @Test
    void aFileIsNotCreatedTwice() throws IOException {
        created();
        byte[] before = Files.readAllBytes(file());
        FileAlreadyExistsException refused = assertThrows(FileAlreadyExistsException.class, this::created);
        assertEquals(file() + " exists already and was left alone. Delete the board, or choose another name.",
                refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void aMissingFileSaysWhatToDo() {
        NoSuchFileException missing = assertThrows(NoSuchFileException.class, new FileEepromStore(file())::load);
        assertEquals("There is no EEPROM file " + file()
                + ": the simulated board was deleted or never created. Create it again.", missing.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = { 12, 99, 140, 1000, 1435 })
    void oneChangedBitIsFound(int position) throws IOException {
        created();
        byte[] bytes = Files.readAllBytes(file());
        bytes[position] ^= 1;
        assertLeftAlone(bytes, "The checksum of " + file() + " does not fit");
    }

    @ParameterizedTest
    @ValueSource(ints = { 8, 11, 12, 100, 1435 })
    void aShortenedFileIsFound(int length) throws IOException {
        created();
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(file()), length);
        assertLeftAlone(bytes, file() + " has " + length + " bytes where an EEPROM file has 1444");
    }

    @Test
    void aLongerFileIsFound() throws IOException {
        created();
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(file()), 1500);
        assertLeftAlone(bytes, file() + " has 1500 bytes where an EEPROM file has 1444");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "TFLX", "-----BEGIN PRIVATE KEY-----", "{\"json\": true}" })
    void aForeignFileIsFound(String content) throws IOException {
        assertLeftAlone(content.getBytes(StandardCharsets.US_ASCII), file() + " does not begin with TFLXEEPR");
    }

    @Test
    void aNewerFormatIsFound() throws IOException {
        created();
        byte[] bytes = Files.readAllBytes(file());
        bytes[11] = 2;
        assertLeftAlone(bytes, file() + " has format version 2 and this program knows 1");
    }

    private void assertLeftAlone(byte[] content, String says) throws IOException {
        Files.write(file(), content);
        FileEepromStore store = new FileEepromStore(file());
        String message = assertThrows(UnusableEepromFile.class, store::load).getMessage();
        assertTrue(message.startsWith(says), message);
        assertTrue(message.contains("left alone"), message);
        assertThrows(UnusableEepromFile.class, () -> store.save(Bench.prototypeImage()));
        assertArrayEquals(content, Files.readAllBytes(file()));
    }
}
