package org.trustflex.ui.tests.robot;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;

/** Waits the way a user does: looks again and again, and after a while it has taken too long. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Await() {
    }

    /** Waits until something is so; it is looked at on the user interface's thread. */
    public static void until(String what, Callable<Boolean> condition) {
        found(what, () -> condition.call() ? Boolean.TRUE : null);
    }

    /** Waits until something is there; it is looked for on the user interface's thread. */
    public static <T> T found(String what, Callable<@Nullable T> search) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (;;) {
            T value = Ui.get(search);
            if (value != null) {
                return value;
            }
            if (System.nanoTime() > end) {
                Screenshot.take("waited-in-vain-" + what.replaceAll("[^\\w]+", "-"));
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Whether something becomes so within a second; the answer may be no. */
    public static boolean soon(Callable<Boolean> condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!Ui.get(condition)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /** Waits until no job of this family is left and what it had to show is shown. */
    public static void jobs(Object family) {
        until("jobs of " + family + " end", () -> Job.getJobManager().find(family).length == 0);
        idle();
    }

    /** Waits until the user interface has worked off what was waiting. */
    public static void idle() {
        Ui.display().syncExec(() -> {
            // What was queued before this has been worked off.
        });
    }
}
