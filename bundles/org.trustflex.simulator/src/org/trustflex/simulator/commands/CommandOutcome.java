package org.trustflex.simulator.commands;

import java.util.Optional;

import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.refusal.Refusal;

/**
 * How a command ended.
 *
 * @param status   {@link StatusCode#SUCCESS} also where the response is data
 * @param response the answer
 * @param refusal  that and why the element said no
 */
public record CommandOutcome(StatusCode status, ResponsePacket response, Optional<Refusal> refusal) {

    /** The command was carried out. */
    static CommandOutcome answered(ResponsePacket response) {
        return new CommandOutcome(StatusCode.SUCCESS, response, Optional.empty());
    }

    /** The command was refused. */
    public static CommandOutcome refused(Refusal refusal) {
        return new CommandOutcome(refusal.status(), ResponsePacket.status(refusal.status()), Optional.of(refusal));
    }
}
