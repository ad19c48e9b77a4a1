package org.trustflex.board.mcu;

/** The MCU's UART at the board's debugger: 115200 baud, 8 data bits, no parity, one stop bit. Safe for several threads. */
public interface Console {

    /** The rate of the console in bits per second. */
    int BAUD = 115_200;

    /** Adds a reader of what comes from now on. */
    void listen(ConsoleListener listener);

    /** Adds a reader of {@link #text} and of what comes after it, with nothing lost or doubled between the two. */
    void listenFromPowerOn(ConsoleListener listener);

    /** Removes a reader. */
    void forget(ConsoleListener listener);

    /** What came since the board got its power, one character a byte; the last 64 KiB of it. */
    String text();

    /** Types bytes at the program. They arrive one after the other, ten bits each. */
    void send(byte[] bytes);
}
