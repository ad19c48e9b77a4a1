package org.trustflex.board.mcu;

import java.time.Duration;

import org.trustflex.atecc.packet.LinkFailed;

/**
 * The main MCU of a simulated board that has power. It stands still until somebody runs it, and goes with the board's
 * power. Safe for several threads.
 */
public interface Mcu {

    /** The program in its flash now. */
    FlashedProgram program();

    /** Writes programs into its flash while the board has power. */
    Programmer programmer();

    /** Its console. */
    Console console();

    /** The LED at its pin PA02. */
    StatusLed statusLed();

    /** Where it is. */
    McuState state();

    /** Adds somebody who hears of what the simulation can't follow. */
    void listen(McuListener listener);

    /**
     * Runs it for a device time on the calling thread, at full speed. The same image and the same inputs give the same
     * outputs at the same times. Ends early if the power goes, or a debugger halts it.
     *
     * @throws IllegalStateException if it runs by itself, see {@link #start}
     */
    void run(Duration deviceTime);

    /** Runs it on a thread of its own until {@link #stop} or the end of its power. If it runs already, sets its speed. */
    void start(Speed speed);

    /** Lets it stand still. May be called again. */
    void stop();

    /** Whether it runs by itself. */
    boolean isRunning();

    /** Pushes the reset switch. */
    void reset();

    /**
     * Opens its debug port; from then on it runs by itself.
     *
     * @param tcpPort 0 to 65535; 0 takes any that is free
     * @throws LinkFailed if the port is taken or not allowed, or open already
     */
    DebugPort serveDebug(int tcpPort) throws LinkFailed;
}
