package org.trustflex.atecc.packet;

/** Something answered, but not what the protocol allows. Whether the command was executed is unknown. */
public final class MalformedReply extends ElementException {

    private static final long serialVersionUID = 1L;

    /** @param message what was seen and what the protocol asks for, in one sentence */
    public MalformedReply(String message) {
        super(message);
    }
}
