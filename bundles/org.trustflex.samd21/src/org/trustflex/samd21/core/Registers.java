package org.trustflex.samd21.core;

/**
 * The registers of the core. Fields are plain and for the interpreter of this package only; the condition flags are
 * kept as the last results that set them, and put together when somebody asks.
 */
public final class Registers {

    /** Register number of the stack pointer. */
    public static final int SP = 13;
    /** Register number of the link register. */
    public static final int LR = 14;
    /** Register number of the program counter. */
    public static final int PC = 15;

    static final int THUMB = 1 << 24;

    private static final int NEGATIVE = 1 << 31;
    private static final int ZERO = 1 << 30;
    private static final int CARRY = 1 << 29;
    private static final int OVERFLOW = 1 << 28;
    private static final int EXCEPTION = 0x3F;
    /** A result that is negative and zero at once, which only a write to the flags can make. */
    private static final long NEGATIVE_ZERO = Long.MIN_VALUE;

    /** R0 to R14; R13 is the stack pointer in use. R15 is kept in {@link #next}. */
    final int[] r = new int[16];
    /** Where the interpreter keeps what one instruction loads before it is complete. */
    final int[] loaded = new int[8];
    /** The address of the instruction that is being executed. */
    int pc;
    /** The address of the instruction after it. */
    int next;
    /** The last result: N is the sign of the whole, Z is whether the low word is zero. */
    long result;
    /** C: 0 or 1. */
    int carry;
    /** V: the sign. */
    int overflow;
    /** The T bit of EPSR. With it clear the next instruction faults. */
    boolean thumb;
    /** The number of the exception that is being handled, 0 in thread mode. */
    int exception;
    /** PRIMASK: whether exceptions of configurable priority wait. */
    boolean masked;
    /** CONTROL.SPSEL: whether R13 is the process stack pointer. Set in thread mode only. */
    boolean processStack;
    /** The stack pointer that is not in R13. */
    int otherStack;

    /** R0 to R14, and as R15 the address of the instruction that comes next. */
    public int get(int number) {
        return number == PC ? next : r[number];
    }

    /** Sets R0 to R14, or as R15 where execution goes on. */
    public void set(int number, int value) {
        if (number == PC) {
            next = value & ~1;
        } else if (number == SP) {
            r[SP] = value & ~3;
        } else {
            r[number] = value;
        }
    }

    /** Whether the negative flag is set. */
    public boolean negative() {
        return result < 0;
    }

    /** Whether the zero flag is set. */
    public boolean zero() {
        return (int) result == 0;
    }

    /** The four flags in their bits of APSR. */
    public int flags() {
        return (negative() ? NEGATIVE : 0) | (zero() ? ZERO : 0) | (carry != 0 ? CARRY : 0)
                | (overflow < 0 ? OVERFLOW : 0);
    }

    /** Sets the four flags from their bits of APSR. */
    public void setFlags(int value) {
        boolean zero = (value & ZERO) != 0;
        if (value < 0) {
            result = zero ? NEGATIVE_ZERO : -1;
        } else {
            result = zero ? 0 : 1;
        }
        carry = value >>> 29 & 1;
        overflow = value << 3;
    }

    /** The combined program status register. */
    public int xpsr() {
        return flags() | (thumb ? THUMB : 0) | exception;
    }

    /** Sets flags, T bit and exception number together, as a debugger or an exception return does. */
    public void setXpsr(int value) {
        setFlags(value);
        thumb = (value & THUMB) != 0;
        exception = value & EXCEPTION;
    }

    /** PRIMASK, 0 or 1. */
    public int primask() {
        return masked ? 1 : 0;
    }

    /** CONTROL: bit 1 is SPSEL; nPRIV reads as zero on this part. */
    public int control() {
        return processStack ? 2 : 0;
    }

    /** Writes CONTROL. Has no effect in handler mode, which always has the main stack. */
    public void setControl(int value) {
        if (exception == 0) {
            selectProcessStack((value & 2) != 0);
        }
    }

    /** The main stack pointer. */
    public int mainStack() {
        return processStack ? otherStack : r[SP];
    }

    /** The process stack pointer. */
    public int processStackPointer() {
        return processStack ? r[SP] : otherStack;
    }

    /** Sets the main stack pointer; its two low bits are always zero. */
    public void setMainStack(int value) {
        if (processStack) {
            otherStack = value & ~3;
        } else {
            r[SP] = value & ~3;
        }
    }

    /** Sets the process stack pointer; its two low bits are always zero. */
    public void setProcessStackPointer(int value) {
        if (processStack) {
            r[SP] = value & ~3;
        } else {
            otherStack = value & ~3;
        }
    }

    void selectProcessStack(boolean process) {
        if (process != processStack) {
            int used = r[SP];
            r[SP] = otherStack;
            otherStack = used;
            processStack = process;
        }
    }

    /** The state after reset, before the vectors are read. */
    void reset() {
        selectProcessStack(false);
        r[LR] = -1;
        exception = 0;
        masked = false;
        thumb = true;
        setFlags(0);
    }
}
