package org.trustflex.certificates;

/**
 * A value that somebody chose, such as a name, an identifier or a validity, can't stand in a certificate. Nothing was done
 * with it. The message is a sentence that says why and what would do.
 */
public final class RejectedValue extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what was given, why it is no good, and what would do */
    public RejectedValue(String message) {
        super(message);
    }
}
