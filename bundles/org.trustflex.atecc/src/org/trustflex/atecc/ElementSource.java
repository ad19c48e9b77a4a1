package org.trustflex.atecc;

import org.trustflex.atecc.packet.ElementException;

/** Opens sessions with one secure element again and again, whatever board and transport it is behind. */
public interface ElementSource {

    /** The board's stable id, such as "sim:demo" or "kit:0123...01", for messages. */
    String boardId();

    /** The element's I2C address in 8-bit notation. */
    int i2cAddress();

    /**
     * Opens an exclusive session. The element's volatile memory is cleared.
     *
     * @throws ElementException if the element can't be reached or says no
     */
    SecureElement open() throws ElementException;
}
