package org.trustflex.board.mcu;

/** Hears what a simulated MCU can't do as a real one does. Called by the thread that runs it. */
@FunctionalInterface
public interface McuListener {

    /** A sentence for the user, each once. */
    void reported(String report);
}
