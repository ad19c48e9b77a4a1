package org.trustflex.kit;

import java.time.Duration;

/**
 * How long a host waits for a kit.
 *
 * @param reply      for everything that the kit answers at once
 * @param talkMargin for a command, on top of its execution time on the element
 * @param scan       for what makes the kit search its buses again
 */
public record KitTiming(Duration reply, Duration talkMargin, Duration scan) {

    /**
     * For a Trust Platform board. Its factory program polls an element for up to two seconds before it says that none
     * answers; whoever waits less never learns that, and mistakes that answer for the next one's.
     */
    public static final KitTiming STANDARD = new KitTiming(Duration.ofSeconds(2), Duration.ofMillis(2500),
            Duration.ofSeconds(5));
}
