package org.trustflex.board.machine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.trustflex.simulator.environment.VirtualClock;

/**
 * Device time of a board: what its elements take to answer the kit, and what passes while its MCU runs a program. Safe for
 * several threads.
 */
public final class BoardClock implements VirtualClock {

    private final AtomicLong kit = new AtomicLong();
    private volatile long program;

    @Override
    public Duration now() {
        return Duration.ofNanos(kit.get() + program);
    }

    @Override
    public void advance(Duration duration) {
        kit.addAndGet(duration.toNanos());
    }

    /**
     * Follows the MCU.
     *
     * @param time the MCU's device time since power-on
     * @return what time it is now
     */
    Duration follow(Duration time) {
        program = time.toNanos();
        return now();
    }
}
