package org.trustflex.board.tool;

import org.trustflex.atecc.packet.LinkFailed;

/** A board's debug port while a debugger uses it. Nobody else has the board until it is closed. */
public interface DebugLink extends AutoCloseable {

    /** How OpenOCD reaches it: its commands for adapter and transport. */
    String adapter();

    /**
     * Whether the program begins only if the debugger resets the MCU; else it begins when the board gets its power, and a
     * reset would begin it twice.
     */
    boolean resetAfterwards();

    @Override
    void close();

    /** Opens it. */
    @FunctionalInterface
    interface Source {
        /**
         * Takes the board.
         *
         * @throws LinkFailed if it can't be reached, or somebody has it
         */
        DebugLink open() throws LinkFailed;
    }
}
