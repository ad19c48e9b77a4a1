package org.trustflex.board.mcu;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a program printed and a client has not read yet. A client that does not read must not stop the board: what does not
 * fit is lost, as on a serial port.
 */
final class ConsoleQueue implements ConsoleListener {

    private static final int CAPACITY = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    @Override
    public void received(byte[] bytes) {
        lock.lock();
        try {
            waiting.write(bytes, 0, Math.min(bytes.length, CAPACITY - waiting.size()));
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all that is there; waits for something, but not longer than this. */
    byte[] take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.size() == 0 && left > 0) {
                left = filled.awaitNanos(left);
            }
            byte[] bytes = waiting.toByteArray();
            waiting.reset();
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
