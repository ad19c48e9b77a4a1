package org.trustflex.board.mcu;

import java.time.Duration;

/** Looks at the status LED. Called by the thread that runs the MCU, which waits meanwhile. */
@FunctionalInterface
public interface LedListener {

    /**
     * It went on or off.
     *
     * @param on   whether it is on now
     * @param time device time since power-on
     */
    void changed(boolean on, Duration time);
}
