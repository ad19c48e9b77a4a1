package org.trustflex.samd21;

/**
 * An access of the program to something that exists in the part and is not simulated, or that does nothing as things are.
 *
 * @param address what was accessed
 * @param pc      the instruction that did it
 * @param write   whether it was a write; a read gave zero
 * @param value   what was written
 * @param reason  why nothing happened
 */
public record UnmodelledAccess(int address, int pc, boolean write, int value, Reason reason) {

    /** Why an access does nothing. */
    public enum Reason {
        /** The simulation has no such register. */
        NOT_SIMULATED,
        /** The register is there, the function asked for is not simulated. */
        FUNCTION_NOT_SIMULATED,
        /** The bus clock of the peripheral is switched off in the power manager. */
        CLOCK_OFF
    }

    @Override
    public String toString() {
        return String.format("%s %08X at PC %08X: %s", write ? String.format("write of %08X to", value) : "read of",
                address, pc, reason);
    }
}
