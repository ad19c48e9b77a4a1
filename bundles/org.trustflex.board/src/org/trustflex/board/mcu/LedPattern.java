package org.trustflex.board.mcu;

import java.util.Locale;

/**
 * What somebody sees who looks at an LED for a while.
 *
 * @param on              whether it is on at this moment
 * @param blinksPerSecond how often it goes on in a second of device time; 0 if it is steady
 */
public record LedPattern(boolean on, double blinksPerSecond) {

    /** Whether it does not blink. */
    public boolean isSteady() {
        return blinksPerSecond == 0;
    }

    /** Such as "1.0 blinks a second", "on" or "off". */
    @Override
    public String toString() {
        if (isSteady()) {
            return on ? "on" : "off";
        }
        return String.format(Locale.ROOT, "%.1f blinks a second", blinksPerSecond);
    }
}
