package org.trustflex.launching.mcu;

import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.Speed;

/** A look at a running MCU. It runs at least until this is closed, or somebody ends the run for all. Safe for several threads. */
public final class McuWatch implements AutoCloseable {

    private final RunningMcus all;
    private final String boardId;
    private final Mcu mcu;
    private final Speed speed;

    McuWatch(RunningMcus all, String boardId, Mcu mcu, Speed speed) {
        this.all = all;
        this.boardId = boardId;
        this.mcu = mcu;
        this.speed = speed;
    }

    /** The MCU. After the end of the run it has no power and stands still. */
    public Mcu mcu() {
        return mcu;
    }

    /** The stable id of its board. */
    public String boardId() {
        return boardId;
    }

    Speed speed() {
        return speed;
    }

    /** Looks no more. The last one switches the board off. May be called again. */
    @Override
    public void close() {
        all.left(this);
    }
}
