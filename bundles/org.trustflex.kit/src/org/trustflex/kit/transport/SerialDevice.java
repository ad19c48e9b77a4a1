package org.trustflex.kit.transport;

/** An open serial port. */
interface SerialDevice {

    /** What the user called it. */
    String name();

    /** How many bytes are there without waiting, or a negative number on an error. */
    int available();

    /** Returns what has come, waiting a moment for it: a count, 0 if nothing came, or a negative number on an error. */
    int read(byte[] buffer);

    /** Sends as many of these bytes as it can in a moment: a count, or a negative number on an error. */
    int write(byte[] bytes);

    void close();
}
