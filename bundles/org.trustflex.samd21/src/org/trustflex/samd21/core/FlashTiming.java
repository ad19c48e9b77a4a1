package org.trustflex.samd21.core;

import java.util.Arrays;

/**
 * How long reads of the flash take: wait states, hidden by a cache of eight lines of eight bytes (SAM D21 data sheet,
 * section 22.6.6 "Cache": 64 bytes). How lines are chosen is not public; here the address decides. A loop of up to 64
 * bytes runs without wait states either way.
 */
public final class FlashTiming {

    private static final int LINES = 8;
    private static final int NONE = -1;

    private final Clock clock;
    private final int[] lines = new int[LINES];
    private int waitStates;
    private boolean cached = true;

    FlashTiming(Clock clock) {
        this.clock = clock;
        invalidate();
    }

    /** Sets the wait states of a read that misses the cache, 0 to 15. */
    public void setWaitStates(int count) {
        waitStates = count;
    }

    /** Switches the cache. */
    public void setCached(boolean on) {
        cached = on;
        invalidate();
    }

    /** Forgets what is cached, as after a write to the flash. */
    public void invalidate() {
        Arrays.fill(lines, NONE);
    }

    /** Counts the time of a read in a line of eight bytes. */
    void read(int line) {
        if (lines[line & LINES - 1] != line) {
            clock.cycles += waitStates;
            if (cached) {
                lines[line & LINES - 1] = line;
            }
        }
    }
}
