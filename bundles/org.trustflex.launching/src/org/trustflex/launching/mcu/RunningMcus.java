package org.trustflex.launching.mcu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.Speed;
import org.trustflex.launching.BoardEvents;

/**
 * The boards whose MCU this workbench runs. All who look at one share its session, which has the board's lock; it ends with
 * the last of them. While somebody looks who wants real time it runs in real time, else as fast as it can.
 */
public final class RunningMcus {

    private static final RunningMcus SHARED = new RunningMcus();

    private final ListenerList<Listener> listeners = new ListenerList<>();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    private RunningMcus() {
    }

    /** Hears of runs. Called on any thread and must be quick; may {@link #join}. */
    public interface Listener {

        /** A board's MCU runs from now on. */
        void started(String boardId);

        /** A board's MCU runs no more; watches of it show nothing new. */
        void ended(String boardId);
    }

    /** A session and those who look at it; guarded by the set of runs. */
    private record Run(McuSession session, List<McuWatch> watches) {

        void updateSpeed() {
            boolean real = watches.stream().anyMatch(watch -> watch.speed() == Speed.REAL);
            session.mcu().start(real ? Speed.REAL : Speed.MAX);
        }
    }

    /** The runs of this workbench. */
    public static RunningMcus shared() {
        return SHARED;
    }

    /** From now on this listener is told. */
    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** This listener is told no more. */
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Whether this workbench runs the board's MCU. */
    public boolean isRunning(String boardId) {
        return runs.containsKey(boardId);
    }

    /** Looks at a run that is there. */
    public Optional<McuWatch> join(String boardId, Speed speed) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(boardId)).map(run -> watch(boardId, run, speed));
        }
    }

    /**
     * Looks at a board's MCU, and begins to run it if it does not run yet. Not for the user interface's thread.
     *
     * @throws LinkFailed if somebody else has the board, or there is no way to its MCU
     */
    public McuWatch open(Board board, Speed speed) throws LinkFailed {
        String boardId = board.id();
        McuWatch watch;
        synchronized (runs) {
            Optional<McuWatch> joined = join(boardId, speed);
            if (joined.isPresent()) {
                return joined.get();
            }
            Run run = new Run(board.openMcu(speed), new ArrayList<>());
            runs.put(boardId, run);
            watch = watch(boardId, run, speed);
        }
        BoardEvents.changed(boardId);
        listeners.forEach(listener -> SafeRunner.run(() -> listener.started(boardId)));
        return watch;
    }

    private McuWatch watch(String boardId, Run run, Speed speed) {
        McuWatch watch = new McuWatch(this, boardId, run.session().mcu(), speed);
        run.watches().add(watch);
        run.updateSpeed();
        return watch;
    }

    void left(McuWatch watch) {
        boolean last = false;
        synchronized (runs) {
            @Nullable
            Run run = runs.get(watch.boardId());
            if (run != null && run.watches().remove(watch)) {
                last = run.watches().isEmpty();
                if (!last) {
                    run.updateSpeed();
                }
            }
        }
        if (last) {
            end(watch.boardId());
        }
    }

    /** Ends a board's run for all who look at it, and releases the board. Does nothing if it does not run. */
    public void end(String boardId) {
        @Nullable
        Run run;
        synchronized (runs) {
            run = runs.remove(boardId);
        }
        if (run == null) {
            return;
        }
        // Not with the lock: the thread that runs the MCU may wait for a reader who waits for the lock.
        run.session().close();
        listeners.forEach(listener -> SafeRunner.run(() -> listener.ended(boardId)));
        BoardEvents.changed(boardId);
    }

    /** Ends all runs. */
    public void endAll() {
        List.copyOf(runs.keySet()).forEach(this::end);
    }
}
