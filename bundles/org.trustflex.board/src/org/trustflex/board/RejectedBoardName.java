package org.trustflex.board;

/** A name or serial number for a board that does not have the form it must have, or is taken. Nothing was changed. */
public final class RejectedBoardName extends BoardException {

    private static final long serialVersionUID = 1L;

    RejectedBoardName(String message) {
        super(message);
    }
}
