package org.trustflex.kit.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Whose turn it is at a kit that serves one client at a time, through however many servers. */
public final class KitTurn {

    /**
     * A client that comes when the one before it has just gone finds its end not noticed yet: it waits this long. Well
     * within the second in which it must know.
     */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Semaphore free = new Semaphore(1, true);
    private volatile @Nullable String holder;

    /** Takes the turn, if it is free and nobody waits for it. Whoever got it gives it back. */
    boolean takeNow(String client) {
        return take(client, Duration.ZERO);
    }

    /** Takes the turn, if it becomes free soon. Whoever got it gives it back. */
    boolean takeSoon(String client) {
        return take(client, PATIENCE);
    }

    private boolean take(String client, Duration wait) {
        try {
            if (!free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        holder = client;
        return true;
    }

    void giveBack() {
        holder = null;
        free.release();
    }

    Optional<String> holder() {
        return Optional.ofNullable(holder);
    }
}
