package org.trustflex.samd21.core;

/**
 * An instruction that can't be completed: it becomes a HardFault, as every fault of an ARMv6-M does. Thrown without a
 * stack trace, as programs may fault often.
 */
public final class CoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Cause {
        /** Nothing answers at the address, or what is there refused. */
        BUS_ERROR,
        /** The address is not a multiple of the size of the access. */
        UNALIGNED,
        /** The instruction does not exist. */
        UNDEFINED,
        /** Code was fetched from where it must not be executed, or without the T bit. */
        INVALID_STATE,
        /** BKPT without a debugger. */
        BREAKPOINT
    }

    private final Cause reason;
    private final int address;

    CoreFault(Cause reason, int address) {
        super(null, null, false, false);
        this.reason = reason;
        this.address = address;
    }

    /** A fault of a data or code access. */
    public static CoreFault busError(int address) {
        return new CoreFault(Cause.BUS_ERROR, address);
    }

    /** What went wrong. */
    public Cause reason() {
        return reason;
    }

    /** The address that was accessed, or that of the instruction. */
    public int address() {
        return address;
    }

    @Override
    public String getMessage() {
        return reason + String.format(" at %08X", address);
    }
}
