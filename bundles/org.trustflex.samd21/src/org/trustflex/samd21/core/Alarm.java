package org.trustflex.samd21.core;

/** Something that happens by itself in a cycle to come. Set again from its own action it is a period. */
public final class Alarm {

    private static final long NEVER = Long.MAX_VALUE;

    private final Clock clock;
    private final Runnable action;
    private final boolean timed;
    private long cycle = NEVER;

    Alarm(Clock clock, Runnable action, boolean timed) {
        this.clock = clock;
        this.action = action;
        this.timed = timed;
    }

    /** Goes off {@code delay} cycles from now, and no longer when it was set to before. */
    public void setIn(long delay) {
        setAt(clock.cycles() + delay);
    }

    /** Goes off in a given cycle, and no longer when it was set to before. */
    public void setAt(long when) {
        cycle = when;
        clock.lookUp();
    }

    /** Does not go off. */
    public void cancel() {
        cycle = NEVER;
    }

    /** Whether it is going to go off. */
    public boolean isSet() {
        return cycle != NEVER;
    }

    /** Whether its cycle has come and it has not gone off yet. */
    public boolean isDue() {
        return cycle <= clock.cycles();
    }

    long cycle() {
        return cycle;
    }

    void rescale(long from, long to) {
        if (timed && isSet()) {
            long left = Math.max(0, cycle - clock.cycles());
            cycle = clock.cycles() + (left / from * to + (left % from * to + from - 1) / from);
        }
    }

    void ring() {
        cycle = NEVER;
        action.run();
    }
}
