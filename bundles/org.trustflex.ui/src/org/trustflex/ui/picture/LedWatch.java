package org.trustflex.ui.picture;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.trustflex.board.mcu.LedListener;
import org.trustflex.board.mcu.StatusLed;

/** Looks at a status LED and counts its blinks, without asking the MCU anything. Safe for several threads. */
final class LedWatch implements LedListener {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    /** Longer than two blinks of any rhythm that says something. */
    private static final long STEADY_AFTER = Duration.ofMillis(2500).toNanos();

    private final Runnable changed;
    private volatile boolean lit;
    private volatile double blinks;
    private volatile long changedAt = System.nanoTime();
    private @Nullable Duration lastOn;

    /** @param changed called by the thread that runs the MCU, whenever the LED goes on or off */
    LedWatch(StatusLed led, Runnable changed) {
        this.changed = changed;
        led.listen(this);
    }

    @Override
    public void changed(boolean on, Duration time) {
        if (on) {
            if (lastOn != null) {
                blinks = SECOND / Math.max(1, time.minus(lastOn).toNanos());
            }
            lastOn = time;
        }
        lit = on;
        changedAt = System.nanoTime();
        changed.run();
    }

    boolean isLit() {
        return lit;
    }

    /** Blinks a second; 0 if it has not changed for a while. */
    double blinks() {
        return System.nanoTime() - changedAt > STEADY_AFTER ? 0 : blinks;
    }
}
