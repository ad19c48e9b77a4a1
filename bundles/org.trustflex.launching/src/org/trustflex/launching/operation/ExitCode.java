package org.trustflex.launching.operation;

/** How an operation ended, with the exit code of the command line for it. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Something that is a fault of this program. */
    FAILED(1),
    /** A value was rejected. */
    REJECTED(2),
    /** The device refused, or what was asked for is not possible now. */
    REFUSED(3),
    /** No link to the device, or nonsense from it; an unknown board too. */
    NO_LINK(4),
    /** A file is bad or missing. */
    BAD_FILE(5),
    /** The user stopped it, between two steps. */
    CANCELLED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The exit code of the process. */
    public int code() {
        return code;
    }
}
