package org.trustflex.simulator.eeprom;

import java.io.IOException;

/** Where the EEPROM of one simulated secure element is kept. Used by one element at a time. */
public interface EepromStore {

    /**
     * The last saved image.
     *
     * @throws IOException if there is none or it can't be read; the message says what was seen and what to do
     */
    EepromImage load() throws IOException;

    /**
     * Keeps an image for good: when this returns, {@link #load} gives it, also in another process. Either the whole
     * image is kept or the one before. The element calls this once for each command that writes, before it answers.
     *
     * @throws IOException if it can't be kept; the image before stays
     * @throws PowerLost   if the element loses its power before it can answer
     */
    void save(EepromImage image) throws IOException;
}
