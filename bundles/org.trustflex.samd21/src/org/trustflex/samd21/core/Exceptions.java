package org.trustflex.samd21.core;

import java.util.Arrays;

/**
 * The exceptions that are pending and active, their priorities, and the interrupt lines (ARMv6-M manual, B1.5 and B3.4).
 * Numbers are those of the vector table: 2 NMI, 3 HardFault, 11 SVCall, 14 PendSV, 15 SysTick, 16 and up interrupts.
 */
public final class Exceptions {

    /** Number of the non-maskable interrupt. */
    public static final int NMI = 2;
    /** Number of HardFault. */
    public static final int HARD_FAULT = 3;
    /** Number of SVCall. */
    public static final int SVCALL = 11;
    /** Number of PendSV. */
    public static final int PENDSV = 14;
    /** Number of SysTick. */
    public static final int SYSTICK = 15;
    /** Number of interrupt 0. */
    public static final int FIRST_INTERRUPT = 16;

    /** Execution priority when nothing is active. */
    static final int THREAD = 256;

    private static final int COUNT = 48;
    private static final int PRIORITY_BITS = 0xC0;
    private static final long SYSTEM = bit(NMI) | bit(HARD_FAULT) | bit(SVCALL) | bit(PENDSV) | bit(SYSTICK);

    private final Clock clock;
    private final int[] priorities = new int[COUNT];
    private long pending;
    private long active;
    private long enabled = SYSTEM;
    private long lines;
    private boolean eventOnPending;
    private boolean event;

    Exceptions(Clock clock) {
        this.clock = clock;
        reset();
    }

    void reset() {
        Arrays.fill(priorities, 0);
        priorities[NMI] = -2;
        priorities[HARD_FAULT] = -1;
        pending = 0;
        active = 0;
        enabled = SYSTEM;
        eventOnPending = false;
        event = false;
    }

    /** Raises or lowers the line of an interrupt. A line that is still up when its handler returns is pending again. */
    public void setLine(int interrupt, boolean up) {
        long bit = bit(FIRST_INTERRUPT + interrupt);
        if (!up) {
            lines &= ~bit;
        } else if ((lines & bit) == 0) {
            lines |= bit;
            pend(FIRST_INTERRUPT + interrupt);
        }
    }

    /** Makes an exception pending. */
    public void pend(int number) {
        long bit = bit(number);
        if (eventOnPending && (pending & bit) == 0) {
            event = true;
        }
        pending |= bit;
        clock.lookUp();
    }

    /** Makes an exception no longer pending. */
    public void unpend(int number) {
        pending &= ~bit(number);
    }

    /** Whether an exception is pending. */
    public boolean isPending(int number) {
        return (pending & bit(number)) != 0;
    }

    /** Whether an exception is active: its handler runs or is interrupted itself. */
    public boolean isActive(int number) {
        return (active & bit(number)) != 0;
    }

    /** The priority of an exception; a smaller number goes first. */
    public int priority(int number) {
        return priorities[number];
    }

    /** Sets the priority of an exception. The part has the two highest of eight bits. */
    public void setPriority(int number, int priority) {
        priorities[number] = priority & PRIORITY_BITS;
        clock.lookUp();
    }

    /** The enabled interrupts, bit 0 for interrupt 0. */
    int enabledInterrupts() {
        return (int) (enabled >>> FIRST_INTERRUPT);
    }

    void enableInterrupts(int mask) {
        enabled |= (mask & 0xFFFF_FFFFL) << FIRST_INTERRUPT;
        clock.lookUp();
    }

    void disableInterrupts(int mask) {
        enabled &= ~((mask & 0xFFFF_FFFFL) << FIRST_INTERRUPT);
    }

    int pendingInterrupts() {
        return (int) (pending >>> FIRST_INTERRUPT);
    }

    void pendInterrupts(int mask) {
        for (int left = mask; left != 0; left &= left - 1) {
            pend(FIRST_INTERRUPT + Integer.numberOfTrailingZeros(left));
        }
    }

    void unpendInterrupts(int mask) {
        // A line that is up makes its interrupt pending at once again.
        pending &= ~((mask & 0xFFFF_FFFFL) << FIRST_INTERRUPT & ~lines);
    }

    void setEventOnPending(boolean on) {
        eventOnPending = on;
    }

    boolean eventOnPending() {
        return eventOnPending;
    }

    void setEvent() {
        event = true;
    }

    /** Takes the event of WFE: whether there was one. */
    boolean takeEvent() {
        boolean was = event;
        event = false;
        return was;
    }

    boolean hasEvent() {
        return event;
    }

    /** The priority at which the processor runs. */
    int executionPriority(boolean masked) {
        int priority = masked ? 0 : THREAD;
        for (long left = active; left != 0; left &= left - 1) {
            priority = Math.min(priority, priorities[Long.numberOfTrailingZeros(left)]);
        }
        return priority;
    }

    /** The pending exception that goes first among those that may interrupt a priority, or 0. */
    int pendingAbove(int executionPriority) {
        int best = 0;
        int bestPriority = executionPriority;
        for (long left = pending & enabled; left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            if (priorities[number] < bestPriority) {
                best = number;
                bestPriority = priorities[number];
            }
        }
        return best;
    }

    boolean anyInterruptPending() {
        return pending >>> FIRST_INTERRUPT != 0;
    }

    boolean anyActive() {
        return active != 0;
    }

    void activate(int number) {
        pending &= ~bit(number);
        active |= bit(number);
        event = true;
    }

    void deactivate(int number) {
        long bit = bit(number);
        active &= ~bit;
        if ((lines & bit) != 0) {
            pending |= bit;
        }
        event = true;
        clock.lookUp();
    }

    private static long bit(int number) {
        return 1L << number;
    }
}
