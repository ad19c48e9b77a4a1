package org.trustflex.board;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** The supply of a simulated board, from power-on until it goes once and for all. Safe for several threads. */
final class PowerSupply {

    private final CountDownLatch off = new CountDownLatch(1);
    private volatile boolean cut;
    private volatile @Nullable IOException failure;
    private volatile Runnable listener = () -> {
        // Nobody.
    };

    /** Sets who is told when it ends, by the thread that ends it. */
    void onEnd(Runnable told) {
        listener = told;
    }

    /** Whether there is power. */
    boolean isOn() {
        return off.getCount() > 0;
    }

    /** Whether somebody cut it. */
    boolean isCut() {
        return cut;
    }

    /** Why it went by itself, if it did. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Somebody cuts it. */
    void cut() {
        cut = true;
        end();
    }

    /** It goes since something can't be kept: a board whose memory forgets is no board. */
    void fail(IOException why) {
        if (failure == null) {
            failure = why;
        }
        end();
    }

    /** It ends in whatever way. May be called again. */
    void end() {
        off.countDown();
        listener.run();
    }

    /** Waits for its end. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return off.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
