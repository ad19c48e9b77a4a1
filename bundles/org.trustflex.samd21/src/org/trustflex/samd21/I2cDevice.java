package org.trustflex.samd21;

import java.time.Duration;

/**
 * A device on the I2C bus. Called in the order in which things happen on the bus, while the bus is slow: device time has
 * passed to the moment of each call ({@link Samd21#time}).
 */
public interface I2cDevice {

    /**
     * A start condition and an address.
     *
     * @param address the seven-bit address, 0 for the general call
     * @param read    whether the master is going to read
     * @return whether the device pulls the acknowledge bit low
     */
    boolean addressed(int address, boolean read);

    /**
     * A byte from the master to the device that acknowledged last.
     *
     * @param value 0 to 255
     * @return whether the device acknowledges it
     */
    boolean written(int value);

    /**
     * A byte from the device that acknowledged last.
     *
     * @return 0 to 255; FF is what the bus shows when nobody drives it
     */
    int read();

    /** A stop condition. */
    void stopped();

    /**
     * The master held the data line low for a while: the longest run of zeros of a byte, with the start condition where
     * the byte is an address. Told before {@link #addressed} or {@link #written} of that byte, to every device, as a
     * secure element that sleeps hears nothing else (ATECC608 data sheet, "wake pulse").
     *
     * @param low how long
     */
    void dataLineLow(Duration low);
}
