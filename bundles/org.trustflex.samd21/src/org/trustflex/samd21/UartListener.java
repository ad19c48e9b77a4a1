package org.trustflex.samd21;

/** Whoever listens to a UART that the MCU sends on. */
@FunctionalInterface
public interface UartListener {

    /**
     * A frame was sent completely.
     *
     * @param value its data bits
     * @param baud  the rate at which it was sent; who listens at another one would see nonsense
     */
    void sent(int value, int baud);
}
