package org.trustflex.simulator;

import java.time.Duration;
import java.util.Optional;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.refusal.Refusal;

/**
 * One command and how it ended.
 *
 * <p>The packet is the one that was sent, and its data may be secret (a key in a clear Write, for example): who keeps
 * transactions must redact it. Nothing else here is secret; the response's data is left out.
 *
 * @param command        the command, or nothing if length or checksum of the packet were wrong
 * @param status         {@link StatusCode#SUCCESS} also where the answer is data
 * @param responseLength bytes in the response packet, count to checksum
 * @param refusal        that and why the element said no
 * @param started        device time at which the command began
 * @param executionTime  device time that it took
 */
public record SimulatedTransaction(Optional<CommandPacket> command, StatusCode status, int responseLength,
        Optional<Refusal> refusal, Duration started, Duration executionTime) {
}
