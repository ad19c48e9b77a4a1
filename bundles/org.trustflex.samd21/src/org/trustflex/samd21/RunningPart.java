package org.trustflex.samd21;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A part that runs on a thread of its own until closed. Others look at it and change it in between, through
 * {@link #call}, and are let in within a millisecond of device time. Safe for several threads.
 */
public final class RunningPart implements AutoCloseable {

    private static final Duration SLICE = Duration.ofMillis(1);
    private static final long LAG_FORGOTTEN = Duration.ofMillis(200).toNanos();

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    /** Who wants the lock: the running thread would otherwise take it again at once. */
    private final AtomicInteger waiting = new AtomicInteger();
    private final Samd21 part;
    private final Thread thread;
    private volatile Pace pace;
    private volatile boolean closed;
    private volatile boolean paused;

    private RunningPart(Samd21 part, Pace pace) {
        this.part = part;
        this.pace = pace;
        this.thread = new Thread(this::run, "TrustFLEX simulated MCU");
        thread.setDaemon(true);
    }

    /** Starts to run a part. From now on it is used through the result only. */
    public static RunningPart start(Samd21 part, Pace pace) {
        RunningPart running = new RunningPart(part, pace);
        running.thread.start();
        return running;
    }

    /** Does something with the part while it stands still. */
    public <T> T call(Function<Samd21, T> action) {
        waiting.incrementAndGet();
        lock.lock();
        try {
            return action.apply(part);
        } finally {
            waiting.decrementAndGet();
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Lets no more time pass until it is resumed, as while the reset pin is held. */
    public void setPaused(boolean on) {
        call(any -> paused = on);
    }

    /** Sets how fast time passes from now on. */
    public void setPace(Pace wanted) {
        call(any -> pace = wanted);
    }

    private boolean isWaiting() {
        return waiting.get() > 0 || paused || pace == Pace.STOPPED || part.isHalted();
    }

    private void run() {
        lock.lock();
        try {
            long wall = System.nanoTime();
            Duration device = part.time();
            while (!closed) {
                while (!closed && isWaiting()) {
                    changed.awaitNanos(LAG_FORGOTTEN);
                    wall = System.nanoTime();
                    device = part.time();
                }
                if (closed) {
                    return;
                }
                part.run(SLICE);
                if (pace == Pace.REAL_TIME) {
                    long ahead = part.time().minus(device).toNanos() - (System.nanoTime() - wall);
                    if (ahead > 0) {
                        changed.awaitNanos(ahead);
                    } else if (ahead < -LAG_FORGOTTEN) {
                        // The host was busy: what is lost is not caught up at full speed.
                        wall = System.nanoTime();
                        device = part.time();
                    }
                } else if (waiting.get() > 0) {
                    changed.awaitNanos(LAG_FORGOTTEN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Stops running. The part stays as it is. Whoever calls this from the part's own thread does not wait for its end. */
    @Override
    public void close() {
        closed = true;
        call(any -> closed);
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
