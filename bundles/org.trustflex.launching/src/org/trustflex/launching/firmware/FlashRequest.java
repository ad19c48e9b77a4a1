package org.trustflex.launching.firmware;

import java.time.Duration;
import java.util.Optional;

/**
 * What is to be done with the firmware of a project.
 *
 * @param image        the image in the project, as a path from its folder; empty: its own firmware is built
 * @param via          what programs the board
 * @param patience     how long the firmware may take until it says how it went
 * @param factoryReset whether the factory program comes back when it has run
 * @param debug        whether a debugger gets the board instead of a judgement
 */
public record FlashRequest(Optional<String> image, FlashVia via, Duration patience, boolean factoryReset,
        boolean debug) {
}
