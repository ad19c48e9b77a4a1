package org.trustflex.simulator.eeprom;

/**
 * The power went away while the EEPROM was written. An {@link EepromStore} throws it; the element then loses its
 * volatile memory and never answers the command. Whether the write happened, or a part of it, is up to who throws it.
 */
public final class PowerLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int tornAfter;

    /** Power lost at the given write, counted from 1. */
    public PowerLost(long write) {
        this(write, 0);
    }

    private PowerLost(long write, int tornAfter) {
        super("power lost at EEPROM write " + write);
        this.tornAfter = tornAfter;
    }

    /**
     * Power lost in the middle of the given write, counted from 1.
     *
     * @param bytes how many bytes arrived; see {@link EepromImage#torn}
     */
    public static PowerLost within(long write, int bytes) {
        return new PowerLost(write, bytes);
    }

    /** How many bytes of the write arrived. */
    int tornAfter() {
        return tornAfter;
    }
}
