package org.trustflex.board.mcu;

/** A look at the program of a board's main MCU while it runs. Exclusive: nobody else has the board until it is closed. */
public final class McuSession implements AutoCloseable {

    private final Mcu mcu;
    private final Runnable closing;

    /**
     * Begins.
     *
     * @param closing releases the board; may be called again
     */
    public McuSession(Mcu mcu, Runnable closing) {
        this.mcu = mcu;
        this.closing = closing;
    }

    /** The MCU. */
    public Mcu mcu() {
        return mcu;
    }

    /** Releases the board. May be called again. */
    @Override
    public void close() {
        closing.run();
    }
}
