package org.trustflex.simulator.eeprom;

/**
 * Sees every EEPROM write, counted from 1. Both methods may throw {@link PowerLost} to cut the power at that very
 * moment.
 */
public interface EepromWriteListener {

    /** Before the write: a power cut here loses it, or all of it but the beginning with {@link PowerLost#within}. */
    void writing(long number, EepromImage image);

    /**
     * After the write: a power cut here keeps it, but the command is never answered.
     *
     * @param number of the write
     */
    void written(long number);
}
