package org.trustflex.simulator.environment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Device time. It passes only when somebody advances it: the element by the execution time of each command, and whoever
 * else lets time pass. An implementation that waits in {@link #advance} makes a device that runs in real time. Safe for
 * several threads.
 */
public interface VirtualClock {

    /** The time since the clock was made. Never goes back. */
    Duration now();

    /** Lets time pass. */
    void advance(Duration duration);

    /** A clock at zero that takes no real time. */
    static VirtualClock atZero() {
        AtomicLong nanoseconds = new AtomicLong();
        return new VirtualClock() {
            @Override
            public Duration now() {
                return Duration.ofNanos(nanoseconds.get());
            }

            @Override
            public void advance(Duration duration) {
                nanoseconds.addAndGet(duration.toNanos());
            }
        };
    }
}
