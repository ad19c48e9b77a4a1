package org.trustflex.board.machine;

import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;

/** The supply of a board's MCU. */
@FunctionalInterface
public interface McuPower {

    /** Why there is none, if there is none any more. */
    Optional<LinkFailed> lost();
}
