package org.trustflex.simulator;

import java.util.HexFormat;
import java.util.Optional;

import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.refusal.Refusal;

/** What the element answered: the data, or why not. */
public record Answer(StatusCode status, byte[] payload, Optional<Refusal> refusal) {

    @Override
    public String toString() {
        return refusal.map(Refusal::toString).orElseGet(() -> "00 " + HexFormat.of().formatHex(payload));
    }
}
