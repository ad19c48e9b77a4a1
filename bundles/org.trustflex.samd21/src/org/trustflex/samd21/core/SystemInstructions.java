package org.trustflex.samd21.core;

/** The instructions that change how the processor runs: exchange branches, special registers, hints, calls. */
final class SystemInstructions {

    private static final int APSR_TO_IEPSR = 7;
    private static final int MSP = 8;
    private static final int PSP = 9;
    private static final int PRIMASK = 16;
    private static final int CONTROL = 20;
    private static final int EXCEPTION_RETURN = 0xF;

    private final Core core;
    private final Registers registers;
    private final Clock clock;

    SystemInstructions(Core core, Registers registers, Clock clock) {
        this.core = core;
        this.registers = registers;
        this.clock = clock;
    }

    /** BX and POP: in handler mode some targets mean a return from the exception. */
    void branchExchange(int target) {
        if (registers.exception != 0 && target >>> 28 == EXCEPTION_RETURN) {
            core.returnFromException(target);
        } else {
            branch(target);
        }
    }

    /** A branch whose target has the T bit. Without it, the next instruction faults. */
    void branch(int target) {
        registers.next = target & ~1;
        if ((target & 1) == 0) {
            registers.thumb = false;
            clock.lookUp();
        }
    }

    void execute(int op) {
        switch (Operations.OF_HALFWORD[op]) {
            case Operations.CPS -> {
                registers.masked = (op & 0x10) != 0;
                clock.lookUp();
            }
            case Operations.HINT -> hint(op >>> 4 & 15);
            case Operations.SVC -> core.supervisorCall();
            case Operations.BKPT -> core.breakpoint();
            default -> throw new CoreFault(CoreFault.Cause.UNDEFINED, registers.pc);
        }
    }

    private void hint(int hint) {
        switch (hint) {
            case 2 -> {
                clock.cycles++;
                core.waitForEvent();
            }
            case 3 -> {
                clock.cycles++;
                core.waitForInterrupt();
            }
            case 4 -> core.sendEvent();
            default -> {
                // NOP, YIELD and what is reserved for other hints.
            }
        }
    }

    void executeWide(int first, int second) {
        // MSR, MRS and the barriers take three cycles.
        clock.cycles += 2;
        int register = second & 0xFF;
        if ((first & 0xFFE0) == 0xF380 && (second & 0xD000) == 0x8000) {
            writeSpecial(register, registers.r[first & 15]);
        } else if ((first & 0xFFE0) == 0xF3E0 && (second & 0xD000) == 0x8000) {
            registers.r[second >>> 8 & 15] = readSpecial(register);
        } else if (!isBarrier(first, second)) {
            throw new CoreFault(CoreFault.Cause.UNDEFINED, registers.pc);
        }
    }

    private static boolean isBarrier(int first, int second) {
        int kind = second >>> 4 & 15;
        return (first & 0xFFF0) == 0xF3B0 && (second & 0xD000) == 0x8000 && kind >= 4 && kind <= 6;
    }

    private int readSpecial(int number) {
        if (number <= APSR_TO_IEPSR) {
            // EPSR reads as zero.
            return ((number & 4) == 0 ? registers.flags() : 0) | ((number & 1) != 0 ? registers.exception : 0);
        }
        return switch (number) {
            case MSP -> registers.mainStack();
            case PSP -> registers.processStackPointer();
            case PRIMASK -> registers.primask();
            case CONTROL -> registers.control();
            default -> 0;
        };
    }

    private void writeSpecial(int number, int value) {
        if (number <= APSR_TO_IEPSR) {
            if ((number & 4) == 0) {
                registers.setFlags(value);
            }
            return;
        }
        switch (number) {
            case MSP -> registers.setMainStack(value);
            case PSP -> registers.setProcessStackPointer(value);
            case PRIMASK -> {
                registers.masked = (value & 1) != 0;
                clock.lookUp();
            }
            case CONTROL -> registers.setControl(value);
            default -> {
                // Numbers without a register are ignored.
            }
        }
    }
}
