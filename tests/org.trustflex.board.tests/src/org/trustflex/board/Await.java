package org.trustflex.board;

import java.time.Duration;

/** Waits for a condition, never for a time. */
final class Await {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Await() {
    }

    /** What is waited for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It did not happen within " + DEADLINE);
            }
            Thread.sleep(1);
        }
    }
}
