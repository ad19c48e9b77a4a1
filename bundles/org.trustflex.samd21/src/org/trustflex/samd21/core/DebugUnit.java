package org.trustflex.samd21.core;

/**
 * Debug control, four breakpoint comparators and two watchpoint comparators (ARMv6-M manual, C1). Its registers are in
 * the private peripheral bus; {@link #isHalted} is the state they describe.
 */
public final class DebugUnit {

    private static final int KEY = 0xA05F_0000;
    private static final int ENABLE = 1;
    private static final int HALT = 2;
    private static final int STEP = 4;
    private static final int MASK_INTERRUPTS = 8;
    private static final int REGISTER_READY = 1 << 16;
    private static final int HALTED = 1 << 17;
    private static final int SLEEPING = 1 << 18;
    private static final int LOCKED_UP = 1 << 19;
    private static final int RETIRED = 1 << 24;
    private static final int RESET = 1 << 25;

    private static final int CATCH_RESET = 1;
    private static final int CATCH_HARD_FAULT = 1 << 10;

    private static final int REASON_HALT = 1;
    private static final int REASON_BREAKPOINT = 2;
    private static final int REASON_WATCHPOINT = 4;
    private static final int REASON_CATCH = 8;

    private final Core core;
    private final Clock clock;
    private final BreakpointUnit breakpoints = new BreakpointUnit();
    private final WatchpointUnit watchpoints;
    private int control;
    private int exceptionControl;
    private int reasons;
    private int transfer;
    private boolean halted;
    private boolean retired;
    private boolean wasReset;

    DebugUnit(Core core, Clock clock) {
        this.core = core;
        this.clock = clock;
        this.watchpoints = new WatchpointUnit(core);
    }

    /** Whether the processor stands still for a debugger. */
    public boolean isHalted() {
        return halted;
    }

    /** Whether instructions must be run one at a time. */
    boolean isWatching() {
        return isEnabled() && ((control & STEP) != 0 || breakpoints.isEnabled() || watchpoints.isEnabled());
    }

    /** Whether a debugger keeps an exception from being taken. */
    boolean masks(int exception) {
        return isEnabled() && (control & MASK_INTERRUPTS) != 0
                && (exception >= Exceptions.PENDSV || exception == Exceptions.NMI);
    }

    /** Halts if a debugger asked for it or set a breakpoint here. */
    boolean stopsBefore(int address) {
        if (!isEnabled()) {
            return false;
        }
        if ((control & HALT) != 0) {
            halt(REASON_HALT);
        } else if (breakpoints.matches(address)) {
            // Also where it was resumed: debuggers rely on that to let pending interrupts run before a step.
            halt(REASON_BREAKPOINT);
        }
        return halted;
    }

    void beforeInstruction() {
        watchpoints.look();
    }

    void afterInstruction() {
        retired = true;
        if (watchpoints.matched()) {
            halt(REASON_WATCHPOINT);
        }
        if ((control & STEP) != 0) {
            halt(REASON_HALT);
        }
    }

    boolean onBreakpointInstruction() {
        if (isEnabled()) {
            halt(REASON_BREAKPOINT);
        }
        return isEnabled();
    }

    void onHardFault() {
        if (isEnabled() && (exceptionControl & CATCH_HARD_FAULT) != 0) {
            halt(REASON_CATCH);
        }
    }

    void afterReset() {
        halted = false;
        control &= ENABLE;
        wasReset = true;
        if (isEnabled() && (exceptionControl & CATCH_RESET) != 0) {
            halt(REASON_CATCH);
        }
    }

    private boolean isEnabled() {
        return (control & ENABLE) != 0;
    }

    private void halt(int reason) {
        halted = true;
        control |= HALT;
        reasons |= reason;
        core.leaveLockup();
        clock.lookUp();
    }

    int read(int offset) {
        if (offset >= 0x1000 && offset < 0x2000) {
            return watchpoints.read(offset - 0x1000);
        }
        if (offset >= 0x2000 && offset < 0x3000) {
            return breakpoints.read(offset - 0x2000);
        }
        return switch (offset) {
            case 0xED30 -> reasons;
            case 0xEDF0 -> status();
            case 0xEDF8 -> transfer;
            case 0xEDFC -> exceptionControl;
            default -> RomTable.read(offset);
        };
    }

    void write(int offset, int value) {
        if (offset >= 0x1000 && offset < 0x2000) {
            watchpoints.write(offset - 0x1000, value);
            clock.lookUp();
        } else if (offset >= 0x2000 && offset < 0x3000) {
            breakpoints.write(offset - 0x2000, value);
            clock.lookUp();
        }
        switch (offset) {
            case 0xED30 -> reasons &= ~value;
            case 0xEDF0 -> setControl(value);
            case 0xEDF4 -> select(value);
            case 0xEDF8 -> transfer = value;
            case 0xEDFC -> exceptionControl = value;
            default -> {
                // Nothing else can be written.
            }
        }
    }

    private int status() {
        int status = control | REGISTER_READY | (halted ? HALTED : 0) | (core.isSleeping() ? SLEEPING : 0)
                | (core.isLockedUp() ? LOCKED_UP : 0) | (retired ? RETIRED : 0) | (wasReset ? RESET : 0);
        retired = false;
        wasReset = false;
        return status;
    }

    private void setControl(int value) {
        if ((value & 0xFFFF_0000) != KEY) {
            return;
        }
        boolean on = (value & ENABLE) != 0;
        control = on ? value & (ENABLE | HALT | STEP | MASK_INTERRUPTS) : 0;
        if (halted && (control & HALT) == 0) {
            halted = false;
        } else if ((control & HALT) != 0 && !halted) {
            halt(REASON_HALT);
        }
        clock.lookUp();
    }

    private void select(int value) {
        int number = value & 0x1F;
        if ((value & 1 << 16) == 0) {
            transfer = readRegister(number);
        } else {
            writeRegister(number, transfer);
        }
    }

    private int readRegister(int number) {
        Registers registers = core.registers();
        return switch (number) {
            case 16 -> registers.xpsr();
            case 17 -> registers.mainStack();
            case 18 -> registers.processStackPointer();
            case 20 -> registers.control() << 24 | registers.primask();
            default -> number < 16 ? registers.get(number) : 0;
        };
    }

    private void writeRegister(int number, int value) {
        Registers registers = core.registers();
        switch (number) {
            case 16 -> registers.setXpsr(value);
            case 17 -> registers.setMainStack(value);
            case 18 -> registers.setProcessStackPointer(value);
            case 20 -> {
                registers.setControl(value >>> 24);
                registers.masked = (value & 1) != 0;
            }
            default -> {
                if (number < 16) {
                    registers.set(number, value);
                }
            }
        }
    }
}
