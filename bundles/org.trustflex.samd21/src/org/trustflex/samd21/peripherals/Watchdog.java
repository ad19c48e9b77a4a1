package org.trustflex.samd21.peripherals;

import org.trustflex.samd21.core.Alarm;
import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Exceptions;

/** WDT: resets the part unless it is cleared in time, in window mode also if cleared too early (section 18). */
public final class Watchdog extends RegisterBlock {

    private static final int INTERRUPT = 2;
    private static final int EARLY = 1;
    private static final int ENABLE = 2;
    private static final int WINDOWED = 4;
    private static final int ALWAYS_ON = 0x80;
    private static final int CLEAR_KEY = 0xA5;

    private final GenericClocks clocks;
    private final Clock clock;
    private final InterruptFlags interrupts;
    private final Alarm expiry;
    private final Alarm warning;
    private final Runnable resetPart;
    private int control;
    private int configuration;
    private int earlyOffset;
    private long opensAt;

    /**
     * Makes the watchdog.
     *
     * @param resetPart what it does when it bites
     */
    public Watchdog(SystemBus bus, GenericClocks clocks, Clock clock, Exceptions exceptions, Runnable resetPart) {
        super(bus, 0x4000_1000);
        this.clocks = clocks;
        this.clock = clock;
        this.resetPart = resetPart;
        this.interrupts = new InterruptFlags(exceptions, INTERRUPT);
        this.expiry = clock.alarm(resetPart);
        this.warning = clock.alarm(() -> interrupts.set(EARLY));
        registers(1, 0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x07, 0x08);
        reset();
    }

    @Override
    void reset() {
        control = 0;
        configuration = 0xBB;
        earlyOffset = 0x0B;
        expiry.cancel();
        warning.cancel();
        interrupts.reset();
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x00 -> control;
            case 0x01 -> configuration;
            case 0x02 -> earlyOffset;
            case 0x04, 0x05 -> interrupts.enabled();
            case 0x06 -> interrupts.flags();
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> {
                if ((control & ALWAYS_ON) == 0) {
                    control = value & (ENABLE | WINDOWED | ALWAYS_ON);
                    restart();
                }
            }
            case 0x01 -> {
                if (!isEnabled()) {
                    configuration = value;
                }
            }
            case 0x02 -> {
                if (!isEnabled()) {
                    earlyOffset = value & 15;
                }
            }
            case 0x04 -> interrupts.disable(value & EARLY);
            case 0x05 -> interrupts.enable(value & EARLY);
            case 0x06 -> interrupts.clear(value & EARLY);
            case 0x08 -> clear(value);
            default -> {
                // STATUS is read-only.
            }
        }
    }

    private boolean isEnabled() {
        return (control & (ENABLE | ALWAYS_ON)) != 0;
    }

    private void clear(int value) {
        if (!isEnabled()) {
            return;
        }
        boolean tooEarly = (control & WINDOWED) != 0 && clock.cycles() < opensAt;
        if (value != CLEAR_KEY || tooEarly) {
            resetPart.run();
        } else {
            restart();
        }
    }

    private void restart() {
        expiry.cancel();
        warning.cancel();
        long hertz = clocks.hertz(GenericClocks.WATCHDOG);
        if (!isEnabled() || hertz == 0) {
            return;
        }
        long period = 8L << (configuration & 15);
        long closed = (control & WINDOWED) != 0 ? 8L << (configuration >>> 4) : 0;
        opensAt = clock.cycles() + (closed == 0 ? 0 : clock.cyclesOf(closed, hertz));
        expiry.setIn(clock.cyclesOf(closed + period, hertz));
        warning.setIn(clock.cyclesOf(8L << earlyOffset, hertz));
    }
}
