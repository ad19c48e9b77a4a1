package org.trustflex.samd21;

import java.time.Duration;

/** Whoever looks at a pin, such as an LED. */
@FunctionalInterface
public interface PinListener {

    /**
     * The level of the pin changed.
     *
     * @param high the new level
     * @param time device time
     */
    void changed(boolean high, Duration time);
}
