package org.trustflex.samd21.core;

/** The system timer: counts processor cycles down (ARMv6-M manual, B3.3). There is no reference clock on this part. */
final class SysTick {

    private static final int ENABLE = 1;
    private static final int INTERRUPT = 2;
    private static final int SOURCE_PROCESSOR = 4;
    private static final int COUNTED = 1 << 16;
    private static final int VALUE = 0xFF_FFFF;
    /** SYST_CALIB: NOREF clear, SKEW set, no ten-millisecond value. */
    private static final int CALIBRATION = 0x4000_0000;

    private final Clock clock;
    private final Exceptions exceptions;
    private final Alarm alarm;
    private int control;
    private int reload;
    private int loaded;
    private int stoppedAt;
    private long zeroAt;
    private boolean counted;

    SysTick(Clock clock, Exceptions exceptions) {
        this.clock = clock;
        this.exceptions = exceptions;
        this.alarm = clock.cycleAlarm(this::reachZero);
    }

    void reset() {
        control = 0;
        counted = false;
        stoppedAt = 0;
        alarm.cancel();
    }

    int read(int register) {
        return switch (register) {
            case 0 -> {
                int value = control | (counted ? COUNTED : 0);
                counted = false;
                yield value;
            }
            case 1 -> reload;
            case 2 -> current();
            default -> CALIBRATION;
        };
    }

    void write(int register, int value) {
        switch (register) {
            case 0 -> setControl(value & (ENABLE | INTERRUPT | SOURCE_PROCESSOR));
            case 1 -> reload = value & VALUE;
            case 2 -> {
                counted = false;
                stoppedAt = 0;
                if ((control & ENABLE) != 0) {
                    start(0);
                }
            }
            default -> {
                // The calibration value is read-only.
            }
        }
    }

    private void setControl(int value) {
        boolean was = (control & ENABLE) != 0;
        boolean is = (value & ENABLE) != 0;
        if (was && !is) {
            stoppedAt = current();
            alarm.cancel();
        }
        control = value;
        if (is && !was) {
            start(stoppedAt);
        }
    }

    private void start(int from) {
        loaded = from == 0 ? reload : from;
        zeroAt = clock.cycles() + loaded + (from == 0 ? 1 : 0);
        alarm.setAt(zeroAt);
    }

    private int current() {
        if ((control & ENABLE) == 0) {
            return stoppedAt;
        }
        long left = zeroAt - clock.cycles();
        return left > loaded ? 0 : (int) Math.max(0, left);
    }

    private void reachZero() {
        counted = true;
        if ((control & INTERRUPT) != 0) {
            exceptions.pend(Exceptions.SYSTICK);
        }
        loaded = reload;
        // With a reload value of zero it stays at zero (ARMv6-M manual, B3.3.1).
        if (reload != 0) {
            zeroAt += reload + 1L;
            alarm.setAt(zeroAt);
        }
    }
}
