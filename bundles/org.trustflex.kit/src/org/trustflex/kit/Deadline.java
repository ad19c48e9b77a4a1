package org.trustflex.kit;

import java.time.Duration;

/** The moment until which somebody waits, counted on the clock that nobody can set. */
public final class Deadline {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** The moment in so much time from now. */
    public static Deadline after(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    /** This very moment, for those who take only what is already there. */
    public static Deadline now() {
        return after(Duration.ZERO);
    }

    /** Whether it is over. */
    public boolean passed() {
        return end - System.nanoTime() <= 0;
    }

    /** What is left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** What is left in milliseconds, rounded up, so that it is 0 only when the deadline has passed. */
    public long remainingMillis() {
        return (Math.max(0, end - System.nanoTime()) + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }
}
