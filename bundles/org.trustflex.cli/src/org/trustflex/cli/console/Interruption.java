package org.trustflex.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to stop, as Ctrl-C or SIGTERM tells it. A command looks at it between two steps. */
public final class Interruption {

    private final CountDownLatch requested = new CountDownLatch(1);

    /** The user wants to stop. */
    public void request() {
        requested.countDown();
    }

    /** Whether the user wants to stop. */
    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits for the wish to stop, at most so long, and returns whether it has come. */
    public boolean await(Duration longest) {
        try {
            return requested.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            request();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
