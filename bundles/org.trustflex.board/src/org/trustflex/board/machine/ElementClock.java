package org.trustflex.board.machine;

import java.time.Duration;

import org.trustflex.simulator.environment.VirtualClock;

import org.jspecify.annotations.Nullable;

/**
 * Device time as one element on a board sees it. Time that a command takes passes for the whole board when the kit program
 * waits for it. When the MCU's program sent it, time goes on with the program, and the element is busy meanwhile: then the
 * time is only counted.
 */
public final class ElementClock implements VirtualClock {

    private final BoardClock board;
    private volatile @Nullable Thread counting;
    private Duration counted = Duration.ZERO;

    /** The time of a board, for one element. */
    public ElementClock(BoardClock board) {
        this.board = board;
    }

    @Override
    public Duration now() {
        return board.now();
    }

    @Override
    public void advance(Duration duration) {
        if (counting == Thread.currentThread()) {
            counted = counted.plus(duration);
        } else {
            board.advance(duration);
        }
    }

    /** How much device time something takes, without letting it pass. Used by one thread at a time. */
    Duration count(Runnable command) {
        counted = Duration.ZERO;
        counting = Thread.currentThread();
        try {
            command.run();
        } finally {
            counting = null;
        }
        return counted;
    }
}
