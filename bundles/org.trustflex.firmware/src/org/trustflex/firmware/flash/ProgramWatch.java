package org.trustflex.firmware.flash;

import java.time.Duration;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.McuState;
import org.trustflex.board.mcu.Speed;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProgressMonitor;

/** Runs the program that is in a board's flash and judges it, as the guide does: by its last line, and by the LED. */
public final class ProgramWatch {

    /** How long a program may take if nothing else was asked for: a rotation over a slow element takes four seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** After the last line the LED must be seen for two slow blinks. */
    private static final Duration LOOK_AT_LED = Duration.ofMillis(2600);
    private static final long GLANCE_MILLIS = 2;

    private final Board board;
    private final Speed speed;

    /**
     * A watch of a board's program.
     *
     * @param speed how fast it runs, where that can be chosen
     */
    public ProgramWatch(Board board, Speed speed) {
        this.board = board;
        this.speed = speed;
    }

    /**
     * Runs the program from power-on until it can be judged. What it prints are the monitor's lines.
     *
     * @param patience how much device time it has to print its last line
     * @throws LinkFailed         if the board can't be reached, somebody has it, or it loses its power
     * @throws OperationCancelled if the user stopped it
     */
    public Verdict judge(Duration patience, ProgressMonitor monitor) throws LinkFailed, OperationCancelled {
        return watch(patience, true, monitor);
    }

    /**
     * Runs the program from power-on for a device time, whatever it prints, and judges it then.
     *
     * @throws LinkFailed         if the board can't be reached, somebody has it, or it loses its power
     * @throws OperationCancelled if the user stopped it
     */
    public Verdict judgeAfter(Duration time, ProgressMonitor monitor) throws LinkFailed, OperationCancelled {
        return watch(time, false, monitor);
    }

    private Verdict watch(Duration limit, boolean endEarly, ProgressMonitor monitor)
            throws LinkFailed, OperationCancelled {
        monitor.begin(Messages.text("title.watch"), 1);
        monitor.step(Messages.text("step.watch", board.id()));
        ConsoleLines lines = new ConsoleLines();
        try (McuSession session = board.openMcu(speed)) {
            Mcu mcu = session.mcu();
            // It began before the session was here. No reset for that: a program may do what it does at each of them.
            mcu.console().listenFromPowerOn(lines);
            Duration end = limit;
            boolean ending = false;
            while (!over(mcu, end)) {
                lines.drainTo(monitor::line);
                if (endEarly && !ending && lines.status().isPresent()) {
                    ending = true;
                    end = mcu.state().time().plus(LOOK_AT_LED);
                }
                glance(monitor);
            }
            lines.finish(monitor::line);
            return Verdict.of(lines.status(), mcu.statusLed().pattern(), mcu.state().lockedUp());
        }
    }

    private boolean over(Mcu mcu, Duration end) throws LinkFailed {
        McuState state = mcu.state();
        if (!mcu.isRunning() && !state.lockedUp()) {
            throw new LinkFailed(Messages.text("watch.nopower", board.id()));
        }
        return state.lockedUp() || state.time().compareTo(end) >= 0;
    }

    private static void glance(ProgressMonitor monitor) throws OperationCancelled {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OperationCancelled(Messages.text("title.watch"));
        }
        if (monitor.cancelled()) {
            throw new OperationCancelled(Messages.text("title.watch"));
        }
    }
}
