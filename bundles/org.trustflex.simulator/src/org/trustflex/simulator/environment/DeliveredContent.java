package org.trustflex.simulator.environment;

/**
 * What never-written public slots (8, 13, 14, 15) of a part as delivered hold. No public document says it; sure is that
 * they can be read and that slot 14 is not valid. All three choices behave alike for rotation.
 */
public enum DeliveredContent {
    /** All bytes 00. The default. */
    ZEROS,
    /** All bytes FF, as erased EEPROM often reads; in the slot of the boot digest (7) too. */
    ONES,
    /**
     * A0 and zeros where the slot holds a key with validity (slot 14), as if a key of zeros had been written; else 00.
     */
    INVALIDATED
}
