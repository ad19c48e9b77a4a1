package org.trustflex.simulator.refusal;

import org.trustflex.atecc.packet.StatusCode;

/** Ends a command with a status other than success. */
public final class CommandRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Ends a command with the usual status of the reason. */
    public CommandRefused(RefusalReason reason, Object... arguments) {
        this(Refusal.of(reason, arguments));
    }

    /** Ends a command with a status that the settings chose. */
    public CommandRefused(StatusCode status, RefusalReason reason, Object... arguments) {
        this(new Refusal(status, reason, Refusal.of(reason, arguments).arguments()));
    }

    private CommandRefused(Refusal refusal) {
        // Refusals are everyday answers of the element: a stack trace would cost more than the command.
        super(refusal.reason().name(), null, false, false);
        this.refusal = refusal;
    }

    /** That and why. */
    public Refusal refusal() {
        return refusal;
    }
}
