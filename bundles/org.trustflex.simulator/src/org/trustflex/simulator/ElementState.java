package org.trustflex.simulator;

import java.time.Duration;
import java.util.Optional;

import org.trustflex.atecc.host.TempKeyFlags;

/**
 * The volatile side of an element for viewers, without the values in it.
 *
 * @param power                   what the element is doing
 * @param tempKey                 the flags beside TempKey, if it is valid
 * @param messageDigestBufferUsed whether the message digest buffer holds something
 * @param watchdogLeft            device time until the watchdog puts the element to sleep, if that is awake
 */
public record ElementState(PowerState power, Optional<TempKeyFlags> tempKey, boolean messageDigestBufferUsed,
        Optional<Duration> watchdogLeft) {
}
