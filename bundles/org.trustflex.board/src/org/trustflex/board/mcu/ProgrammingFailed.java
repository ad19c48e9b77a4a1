package org.trustflex.board.mcu;

/** A program did not get into the flash. The message says why, and what is in the flash now. */
public final class ProgrammingFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** The message is shown to the user as it is. */
    public ProgrammingFailed(String message) {
        super(message);
    }
}
