package org.trustflex.samd21;

/** Why the part was reset last, with its bit in PM.RCAUSE (SAM D21 data sheet, section 16.8.14). */
public enum ResetCause {
    /** The supply came. */
    POWER_ON(0x01),
    /** The reset pin was low. */
    EXTERNAL(0x10),
    /** The watchdog was not cleared in time. */
    WATCHDOG(0x20),
    /** The program or a debugger asked for it. */
    SYSTEM(0x40);

    private final int bit;

    ResetCause(int bit) {
        this.bit = bit;
    }

    /** The bit in RCAUSE. */
    public int bit() {
        return bit;
    }
}
