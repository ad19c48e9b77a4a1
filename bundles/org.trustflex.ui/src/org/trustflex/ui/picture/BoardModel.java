package org.trustflex.ui.picture;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.Speed;
import org.trustflex.launching.mcu.McuWatch;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.ui.mcu.McuJob;
import org.trustflex.ui.model.ActiveBoard;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.model.Listeners;

/** The board that the view shows. While its MCU runs, the view looks at it, and it runs in real time. */
final class BoardModel implements RunningMcus.Listener {

    private final Listeners listeners = new Listeners();
    private final Runnable follow = this::follow;
    private final ActiveBoard active;
    private @Nullable McuWatch watch;
    private volatile @Nullable LedWatch led;
    private Runnable blinked = () -> {
        // Nobody looks yet.
    };
    private boolean open;

    BoardModel(ActiveBoard active) {
        this.active = active;
    }

    /** Hear of another board, another program, or that the MCU runs or stops; not of the LED. */
    Listeners listeners() {
        return listeners;
    }

    /** Begins to follow the active board. */
    void open(Runnable ledChanged) {
        blinked = ledChanged;
        open = true;
        active.listeners().add(follow);
        BoardCatalog.shared().listeners().add(follow);
        RunningMcus.shared().add(this);
        follow();
    }

    /** Ends looking: a board that nobody else looks at is switched off, in the background. */
    void close() {
        active.listeners().remove(follow);
        BoardCatalog.shared().listeners().remove(follow);
        RunningMcus.shared().remove(this);
        synchronized (this) {
            open = false;
            leave();
        }
    }

    /** The board's id, if there is a board. */
    Optional<String> id() {
        return active.id();
    }

    /** What is to be drawn; empty where there is no board, or it has not been found. */
    Optional<BoardPicture> picture() {
        return id().flatMap(BoardCatalog.shared()::board).map(this::picture);
    }

    private BoardPicture picture(Board board) {
        LedWatch seen = led;
        return new BoardPicture(board.description(), board.flashedProgram(), seen != null,
                seen != null && seen.isLit(), seen == null ? 0 : seen.blinks());
    }

    @Override
    public void started(String boardId) {
        follow();
    }

    @Override
    public void ended(String boardId) {
        synchronized (this) {
            if (watch != null && watch.boardId().equals(boardId)) {
                watch = null;
                led = null;
            }
        }
        listeners.fire();
    }

    private void follow() {
        synchronized (this) {
            String wanted = active.id().orElse("");
            if (watch != null && !watch.boardId().equals(wanted)) {
                leave();
            }
            if (open && watch == null) {
                watch = RunningMcus.shared().join(wanted, Speed.REAL).orElse(null);
                led = watch == null ? null : new LedWatch(watch.mcu().statusLed(), () -> blinked.run());
            }
        }
        listeners.fire();
    }

    private void leave() {
        McuWatch left = watch;
        watch = null;
        led = null;
        if (left != null) {
            new McuJob(Messages.job_leave, left.boardId(), monitor -> left.close()).quietly().schedule();
        }
    }
}
