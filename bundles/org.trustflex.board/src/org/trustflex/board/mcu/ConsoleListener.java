package org.trustflex.board.mcu;

/** Reads what the program prints. Called by the thread that runs the MCU, which waits meanwhile. */
@FunctionalInterface
public interface ConsoleListener {

    /** Bytes came, in their order. */
    void received(byte[] bytes);
}
