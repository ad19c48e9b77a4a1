package org.trustflex.atecc.packet;

/** Nobody answered in time, or the transport broke. Whether the command was executed is unknown: read the state again. */
public final class LinkFailed extends ElementException {

    private static final long serialVersionUID = 1L;

    /** @param message what was seen, what it means and what to do, in one sentence */
    public LinkFailed(String message) {
        super(message);
    }

    /** @param message what was seen, what it means and what to do, in one sentence */
    public LinkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
