package org.trustflex.board;

import java.nio.file.Path;

/** A file of a simulated board is damaged, missing, or can't be read or written. */
public final class UnusableBoard extends BoardException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    UnusableBoard(Path file, String message) {
        super(message);
        this.file = file;
    }

    UnusableBoard(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    /** The file, which the message names too. */
    public Path file() {
        return file;
    }
}
