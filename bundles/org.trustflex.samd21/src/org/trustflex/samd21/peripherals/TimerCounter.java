package org.trustflex.samd21.peripherals;

import java.util.Arrays;

import org.trustflex.samd21.core.Alarm;
import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Exceptions;

/**
 * TC: a counter of 8 or 16 bits, or 32 with its neighbour, with two compare channels (data sheet, section 30). The count
 * is worked out when it is asked for. Not simulated: waveform pins, capture.
 */
public final class TimerCounter extends RegisterBlock {

    private static final int FIRST_INTERRUPT = 18;
    private static final int OVERFLOW = 1;
    private static final int MATCH_0 = 0x10;
    private static final int ENABLE = 2;
    private static final int[] PRESCALERS = { 1, 2, 4, 8, 16, 64, 256, 1024 };
    private static final int MODE_16 = 0;
    private static final int MODE_8 = 1;
    private static final int MATCH_FREQUENCY = 1;
    private static final int DOWN = 1;
    private static final int ONE_SHOT = 4;
    private static final int COMMAND_RETRIGGER = 1;
    private static final int COMMAND_STOP = 2;
    private static final int STOPPED = 8;
    private static final int EVENT_INPUT = 0x20;

    private final GenericClocks clocks;
    private final Clock clock;
    private final EventSystem events;
    private final InterruptFlags interrupts;
    private final Alarm alarm;
    private final int number;
    private final int channel;
    private final int[] compare = new int[2];
    private int controlA;
    private int controlB;
    private int controlC;
    private int eventControl;
    private int period;
    private boolean stopped;
    /** The count at {@link #since}, always counted up; a counter that counts down shows its complement to the top. */
    private long count;
    private long since;
    private long planned;

    /** Makes TC3, TC4 or TC5. */
    public TimerCounter(SystemBus bus, int number, GenericClocks clocks, Clock clock, Exceptions exceptions,
            EventSystem events) {
        super(bus, 0x4200_2C00 + 0x400 * (number - 3));
        this.number = number - 3;
        this.channel = number == 3 ? GenericClocks.TC3 : GenericClocks.TC4_TC5;
        this.clocks = clocks;
        this.clock = clock;
        this.events = events;
        this.interrupts = new InterruptFlags(exceptions, FIRST_INTERRUPT + this.number);
        this.alarm = clock.alarm(this::reach);
        registers(2, 0x00, 0x02, 0x0A);
        registers(1, 0x04, 0x05, 0x06, 0x08, 0x0C, 0x0D, 0x0E, 0x0F, 0x14);
        registers(4, 0x10, 0x18, 0x1C);
        events.connect(EventSystem.TC3_USER + this.number, this::receiveEvent);
        reset();
    }

    @Override
    void reset() {
        controlA = 0;
        controlB = 0;
        controlC = 0;
        eventControl = 0;
        period = 0xFF;
        count = 0;
        stopped = true;
        Arrays.fill(compare, 0);
        alarm.cancel();
        interrupts.reset();
    }

    private int mode() {
        return controlA >>> 2 & 3;
    }

    private long maximum() {
        return mode() == MODE_8 ? 0xFF : mode() == MODE_16 ? 0xFFFF : 0xFFFF_FFFFL;
    }

    private long top() {
        boolean match = (controlA >>> 5 & 1) == MATCH_FREQUENCY;
        if (match) {
            return compare[0] & maximum();
        }
        return mode() == MODE_8 ? period : maximum();
    }

    private long hertz() {
        return clocks.hertz(channel) / PRESCALERS[controlA >>> 8 & 7];
    }

    private boolean isCounting() {
        boolean byEvent = (eventControl & EVENT_INPUT) != 0 && (eventControl & 7) == 2;
        return (controlA & ENABLE) != 0 && !stopped && !byEvent && hertz() > 0;
    }

    /** Brings the count to this moment; what was planned before must be planned again. */
    private void catchUp() {
        while (alarm.isDue()) {
            // What was planned for a moment that has just passed happens before anybody looks.
            alarm.cancel();
            reach();
        }
        if (isCounting()) {
            long ticks = clock.ticksOf(clock.cycles() - since, hertz());
            count = (count + ticks) % (top() + 1);
            since += ticks == 0 ? 0 : clock.cyclesOf(ticks, hertz());
        } else {
            since = clock.cycles();
        }
    }

    private void plan() {
        alarm.cancel();
        if (!isCounting()) {
            return;
        }
        long next = top() + 1 - count;
        for (int index = 0; index < compare.length; index++) {
            long distance = position(index) - count;
            if (distance > 0) {
                next = Math.min(next, distance);
            }
        }
        planned = next;
        alarm.setAt(since + clock.cyclesOf(next, hertz()));
    }

    /** Where in the count a compare channel matches. */
    private long position(int index) {
        long value = compare[index] & maximum();
        return (controlB & DOWN) != 0 ? top() - value : value;
    }

    private void reach() {
        // Exactly as far as was planned, however late the alarm is.
        since += clock.cyclesOf(planned, hertz());
        count += planned;
        if (count > top()) {
            count = 0;
            overflow();
        }
        matches();
        plan();
    }

    private void matches() {
        for (int index = 0; index < compare.length; index++) {
            if (count == position(index)) {
                interrupts.set(MATCH_0 << index);
                generate(1 + index, 0x1000 << index);
            }
        }
    }

    private void overflow() {
        interrupts.set(OVERFLOW);
        generate(0, 0x100);
        if ((controlB & ONE_SHOT) != 0) {
            stopped = true;
        }
    }

    private void generate(int which, int enabled) {
        if ((eventControl & enabled) != 0) {
            events.generate(EventSystem.TC3_OVERFLOW + 3 * number + which);
        }
    }

    private void receiveEvent() {
        if ((eventControl & EVENT_INPUT) == 0 || (controlA & ENABLE) == 0) {
            return;
        }
        switch (eventControl & 7) {
            case 1 -> retrigger();
            case 2 -> {
                count = (count + 1) % (top() + 1);
                if (count == 0) {
                    overflow();
                }
                matches();
            }
            case 3 -> {
                catchUp();
                stopped = false;
                plan();
            }
            default -> reportFunction(0x0A, eventControl);
        }
    }

    private void retrigger() {
        count = 0;
        since = clock.cycles();
        stopped = false;
        plan();
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x00 -> controlA;
            case 0x04, 0x05 -> controlB;
            case 0x06 -> controlC;
            case 0x0A -> eventControl;
            case 0x0C, 0x0D -> interrupts.enabled();
            case 0x0E -> interrupts.flags();
            case 0x0F -> stopped ? STOPPED : 0;
            case 0x10 -> shownCount();
            case 0x14 -> period;
            case 0x18 -> mode() == MODE_16 ? compare[0] & 0xFFFF | compare[1] << 16
                    : mode() == MODE_8 ? compare[0] & 0xFF | (compare[1] & 0xFF) << 8 : compare[0];
            case 0x1C -> mode() > MODE_8 ? compare[1] : 0;
            default -> 0;
        };
    }

    private int shownCount() {
        catchUp();
        plan();
        return (int) ((controlB & DOWN) != 0 ? top() - count : count);
    }

    @Override
    void set(int register, int value) {
        catchUp();
        switch (register) {
            case 0x00 -> setControlA(value);
            case 0x04 -> controlB &= ~value & 7;
            case 0x05 -> {
                controlB |= value & 7;
                command(value >>> 6 & 3);
            }
            case 0x06 -> {
                controlC = value;
                if (value != 0) {
                    reportFunction(register, value);
                }
            }
            case 0x0A -> eventControl = value;
            case 0x0C -> interrupts.disable(value);
            case 0x0D -> interrupts.enable(value);
            case 0x0E -> interrupts.clear(value);
            case 0x10 -> count = (controlB & DOWN) != 0 ? top() - (value & maximum()) : value & maximum();
            case 0x14 -> period = value;
            case 0x18 -> setCompare(value);
            case 0x1C -> compare[1] = value;
            default -> {
                // Read requests and debug control need nothing.
            }
        }
        plan();
    }

    private void setControlA(int value) {
        if ((value & 1) != 0) {
            reset();
            return;
        }
        boolean starts = (value & ENABLE) != 0 && (controlA & ENABLE) == 0;
        controlA = value;
        if (starts) {
            stopped = false;
            since = clock.cycles();
        }
    }

    private void setCompare(int value) {
        if (mode() > MODE_8) {
            compare[0] = value;
        } else {
            int bits = mode() == MODE_8 ? 8 : 16;
            int mask = (1 << bits) - 1;
            compare[0] = value & mask;
            compare[1] = value >>> bits & mask;
        }
    }

    private void command(int command) {
        if (command == COMMAND_RETRIGGER) {
            retrigger();
        } else if (command == COMMAND_STOP) {
            stopped = true;
        }
    }
}
