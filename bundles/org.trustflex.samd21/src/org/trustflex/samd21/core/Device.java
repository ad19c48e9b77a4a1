package org.trustflex.samd21.core;

/**
 * A piece of the memory map that is not plain memory. Reads and writes may have effects. Values are unsigned, in the low
 * bits.
 */
public interface Device {

    /**
     * Reads.
     *
     * @param offset bytes from where the device begins; a multiple of {@code size}
     * @param size   1, 2 or 4 bytes
     * @throws CoreFault if the bus answers with an error
     */
    int read(int offset, int size);

    /**
     * Writes.
     *
     * @param offset bytes from where the device begins; a multiple of {@code size}
     * @param size   1, 2 or 4 bytes
     * @throws CoreFault if the bus answers with an error
     */
    void write(int offset, int size, int value);
}
