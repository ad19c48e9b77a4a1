package org.trustflex.board.machine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.trustflex.board.mcu.LedListener;
import org.trustflex.board.mcu.LedPattern;
import org.trustflex.board.mcu.StatusLed;
import org.trustflex.samd21.PinListener;

import org.jspecify.annotations.Nullable;

/** An LED between a pin of the MCU and ground: on while the pin is high. */
final class PinLed implements StatusLed, PinListener {

    private static final double SECOND = 1e9;

    private final Supplier<Duration> time;
    private final List<LedListener> listeners = new CopyOnWriteArrayList<>();
    private boolean on;
    private Duration lastChange = Duration.ZERO;
    private @Nullable Duration lastOn;
    private @Nullable Duration period;

    /** @param time device time now */
    PinLed(Supplier<Duration> time) {
        this.time = time;
    }

    @Override
    public void changed(boolean high, Duration now) {
        note(high, now);
        listeners.forEach(listener -> listener.changed(high, now));
    }

    private synchronized void note(boolean high, Duration now) {
        on = high;
        lastChange = now;
        if (high) {
            period = lastOn == null ? null : now.minus(lastOn);
            lastOn = now;
        }
    }

    @Override
    public LedPattern pattern() {
        // Before the lock: the thread that runs the MCU has the two in this order, too.
        Duration now = time.get();
        return pattern(now);
    }

    /** It blinks as long as it has not kept still for a whole period. */
    private synchronized LedPattern pattern(Duration now) {
        boolean blinks = period != null && now.minus(lastChange).compareTo(period) <= 0;
        return new LedPattern(on, period != null && blinks ? SECOND / period.toNanos() : 0);
    }

    @Override
    public void listen(LedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void forget(LedListener listener) {
        listeners.remove(listener);
    }
}
