package org.trustflex.cli.console;

/** The command line is understood, but asks for something that makes no sense. Nothing was done. */
public final class RejectedArgument extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what was given, why it is no good, and what would do */
    public RejectedArgument(String message) {
        super(message);
    }
}
