package org.trustflex.board.image;

/** A file is no image for the flash of the main MCU. The message says which file, what is wrong with it, and where. */
public final class RejectedImage extends Exception {

    private static final long serialVersionUID = 1L;

    RejectedImage(String message) {
        super(message);
    }

    RejectedImage(String message, Throwable cause) {
        super(message, cause);
    }
}
