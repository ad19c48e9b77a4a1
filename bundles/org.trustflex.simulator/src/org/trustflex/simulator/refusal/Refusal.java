package org.trustflex.simulator.refusal;

import java.util.List;

import org.trustflex.atecc.packet.StatusCode;

/**
 * That and why an element said no. A real element gives only the status.
 *
 * @param status    the answer
 * @param reason    the rule that was broken
 * @param arguments what the rule is about, such as slot numbers; never key material
 */
public record Refusal(StatusCode status, RefusalReason reason, List<Object> arguments) {

    /** A refusal with the usual status of the reason. */
    public static Refusal of(RefusalReason reason, Object... arguments) {
        return new Refusal(reason.status(), reason, List.of(arguments));
    }

    /** The reason in plain words, naming the policy that decides, such as "slot 14 holds a validated key; ...". */
    public String text() {
        return Messages.text("reason." + reason.name(), arguments.toArray());
    }

    @Override
    public String toString() {
        return status.hex() + " " + reason + ": " + text();
    }
}
