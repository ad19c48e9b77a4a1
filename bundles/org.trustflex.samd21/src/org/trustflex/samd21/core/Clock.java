package org.trustflex.samd21.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Virtual time, counted in processor cycles. It passes only as instructions are executed, or at once to the next alarm
 * while the processor sleeps. Used by one thread at a time.
 */
public final class Clock {

    private static final long NANOSECONDS = 1_000_000_000L;
    private static final long AT_ONCE = Long.MIN_VALUE;

    /** Cycles since power-on. Plain, as the interpreter counts here. */
    long cycles;
    /** The cycle at which the interpreter looks up from its instructions. */
    long attention = AT_ONCE;

    private final List<Alarm> alarms = new ArrayList<>();
    private long hertz = 1_000_000;
    private long limit = Long.MAX_VALUE;
    private long anchorCycles;
    private long anchorNanoseconds;

    /** Makes an alarm that does {@code action} whenever it goes off. Of two in the same cycle the older one is first. */
    public Alarm alarm(Runnable action) {
        return add(new Alarm(this, action, true));
    }

    /** As {@link #alarm}, for something that counts processor cycles however long they are. */
    public Alarm cycleAlarm(Runnable action) {
        return add(new Alarm(this, action, false));
    }

    private Alarm add(Alarm alarm) {
        alarms.add(alarm);
        return alarm;
    }

    /** The cycles that passed since power-on. Never goes back. */
    public long cycles() {
        return cycles;
    }

    /** The frequency of the processor in hertz. */
    public long hertz() {
        return hertz;
    }

    /** The time since power-on, at the frequencies that the processor had. */
    public Duration time() {
        return Duration.ofNanos(anchorNanoseconds + nanoseconds(cycles - anchorCycles));
    }

    /** How many cycles, at least, {@code ticks} of a clock of {@code frequency} hertz take; at least one. */
    public long cyclesOf(long ticks, long frequency) {
        long whole = ticks / frequency * hertz;
        long part = (ticks % frequency * hertz + frequency - 1) / frequency;
        return Math.max(1, whole + part);
    }

    /** How many ticks of a clock of {@code frequency} hertz are complete after {@code count} processor cycles. */
    public long ticksOf(long count, long frequency) {
        return count / hertz * frequency + count % hertz * frequency / hertz;
    }

    /** How many cycles, at least, a time takes; at least one. */
    public long cyclesOf(Duration duration) {
        return cyclesOf(duration.toNanos(), NANOSECONDS);
    }

    /** Changes the frequency of the processor. What is under way elsewhere takes as much time as before. */
    public void setHertz(long frequency) {
        if (frequency == hertz) {
            return;
        }
        anchorNanoseconds += nanoseconds(cycles - anchorCycles);
        anchorCycles = cycles;
        long before = hertz;
        hertz = frequency;
        for (Alarm alarm : alarms) {
            alarm.rescale(before, frequency);
        }
        lookUp();
    }

    /** Lets time pass in which the processor waits for a bus. */
    public void stall(long count) {
        cycles += count;
        lookUp();
    }

    /** Makes the interpreter look for exceptions and alarms before its next instruction. */
    void lookUp() {
        attention = AT_ONCE;
    }

    /** Lets the interpreter run until the next alarm or the limit. */
    void lookDown() {
        attention = nextAttention();
    }

    long limit() {
        return limit;
    }

    void setLimit(long cycle) {
        limit = cycle;
    }

    /** Sleeps until the next alarm or the limit, whichever is first. */
    void skipToNext() {
        cycles = Math.max(cycles, nextAttention());
    }

    /** Lets every alarm go off that is due, the earliest first. */
    void ringDueAlarms() {
        Alarm next = earliest();
        while (next != null && next.cycle() <= cycles) {
            next.ring();
            next = earliest();
        }
    }

    private long nextAttention() {
        Alarm next = earliest();
        return next == null ? limit : Math.min(limit, next.cycle());
    }

    private @Nullable Alarm earliest() {
        Alarm earliest = null;
        for (Alarm alarm : alarms) {
            if (alarm.isSet() && (earliest == null || alarm.cycle() < earliest.cycle())) {
                earliest = alarm;
            }
        }
        return earliest;
    }

    private long nanoseconds(long count) {
        return count / hertz * NANOSECONDS + count % hertz * NANOSECONDS / hertz;
    }
}
