package org.trustflex.samd21.peripherals;

import org.trustflex.samd21.core.Exceptions;

/** The flags of a peripheral and which of them interrupt: INTFLAG, INTENSET and INTENCLR. */
final class InterruptFlags {

    private final Exceptions exceptions;
    private final int interrupt;
    private int flags;
    private int enabled;

    InterruptFlags(Exceptions exceptions, int interrupt) {
        this.exceptions = exceptions;
        this.interrupt = interrupt;
    }

    int flags() {
        return flags;
    }

    int enabled() {
        return enabled;
    }

    boolean isSet(int mask) {
        return (flags & mask) != 0;
    }

    void set(int mask) {
        flags |= mask;
        update();
    }

    void clear(int mask) {
        flags &= ~mask;
        update();
    }

    void enable(int mask) {
        enabled |= mask;
        update();
    }

    void disable(int mask) {
        enabled &= ~mask;
        update();
    }

    void reset() {
        flags = 0;
        enabled = 0;
        update();
    }

    private void update() {
        exceptions.setLine(interrupt, (flags & enabled) != 0);
    }
}
