package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.FileEepromStore;

/**
 * Where the files of one simulated board are. The lock is not inside the board's folder: it must outlive the board, or
 * somebody could hold the lock of a board that was deleted while another holds that of a new one with the same name.
 *
 * @param boards the folder of all boards of a home
 * @param name   the board's name
 */
record BoardFolder(Path boards, String name) {

    static final String LOCKS = ".locks";

    /** The board's own folder. */
    Path path() {
        return boards.resolve(name);
    }

    /** What the board is. */
    Path file() {
        return path().resolve("board.json");
    }

    /** What one of its parts keeps without power. */
    Path eeprom(BoardPart part) {
        return path().resolve(part.fileName());
    }

    /**
     * What one of its parts keeps without power.
     *
     * @throws UnusableBoard if the file is missing, damaged, or that of another part
     */
    EepromImage load(BoardFile file, BoardPart part) throws UnusableBoard {
        Path path = eeprom(part);
        try {
            EepromImage image = new FileEepromStore(path).load();
            SerialNumber found = image.configuration().serialNumber();
            SerialNumber expected = file.serialNumber(part);
            if (found.equals(expected)) {
                return image;
            }
            throw new UnusableBoard(file(), Messages.text("file.serial", file(), expected, path, found));
        } catch (IOException unusable) {
            throw new UnusableBoard(path, Messages.text("eeprom.unusable", String.valueOf(unusable.getMessage())),
                    unusable);
        }
    }

    /** Replaces what one of its parts keeps, as a whole or not at all; what was there may be damaged. */
    void replace(BoardPart part, EepromImage image) throws UnusableBoard {
        Path eeprom = eeprom(part);
        Path fresh = path().resolve("eeprom.reset");
        try {
            Files.deleteIfExists(fresh);
            new FileEepromStore(fresh).create(image);
            Files.move(fresh, eeprom, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.forceFolder(path());
        } catch (IOException failed) {
            throw new UnusableBoard(eeprom, Messages.text("file.write", eeprom, Messages.reason(failed)), failed);
        }
    }

    /** What its MCU keeps without power; missing as long as that is the factory program. */
    Path flash() {
        return path().resolve("flash.bin");
    }

    /** How the program in there is called. */
    Path programName() {
        return path().resolve("program.json");
    }

    /** What shall go wrong when it gets power next. */
    Path faults() {
        return path().resolve("faults.txt");
    }

    /** Who has it open. */
    Path note() {
        return path().resolve("holder.json");
    }

    /** The newer part of its trace. */
    Path trace() {
        return path().resolve("trace.jsonl");
    }

    /** The older part of its trace. */
    Path olderTrace() {
        return path().resolve("trace.older.jsonl");
    }

    /** The file whose lock is the board's. */
    Path lock() {
        return boards.resolve(LOCKS).resolve(name);
    }

    String id() {
        return "sim:" + name;
    }
}
