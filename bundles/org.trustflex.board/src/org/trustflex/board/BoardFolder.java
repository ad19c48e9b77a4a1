package org.trustflex.board;

import java.nio.file.Path;

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
