package org.trustflex.simulator.eeprom;

/**
 * The power went away while the EEPROM was written. An {@link EepromStore} throws it; the element then loses its
 * volatile memory and never answers the command. Whether the write happened is up to who throws it.
 */
public final class PowerLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Power lost at the given write, counted from 1. */
    public PowerLost(long write) {
        super("power lost at EEPROM write " + write);
    }
}
