package org.trustflex.board;

/** Why something could not be done with a simulated board's files. The message says what to do. */
public abstract sealed class BoardException extends Exception permits RejectedBoardName, UnusableBoard {

    private static final long serialVersionUID = 1L;

    BoardException(String message) {
        super(message);
    }

    BoardException(String message, Throwable cause) {
        super(message, cause);
    }
}
