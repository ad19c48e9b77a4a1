package org.trustflex.board.mcu;

/** The status LED, where it can be observed. Safe for several threads. */
public interface StatusLed {

    /** What it does now. A change of rhythm shows after one period. */
    LedPattern pattern();

    /** Adds somebody who looks at it from now on. */
    void listen(LedListener listener);

    /** Removes somebody who looks at it. */
    void forget(LedListener listener);
}
