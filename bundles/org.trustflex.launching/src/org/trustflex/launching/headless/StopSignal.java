package org.trustflex.launching.headless;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;

/**
 * Ctrl-C or SIGTERM: the operation stops at its next safe point, and only then does Java end, with the exit code for that.
 */
final class StopSignal {

    /** Longer than any step takes, so that a stop comes between two of them and not inside one. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    private final CompletableFuture<OperationProcess> running = new CompletableFuture<>();
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    private StopSignal() {
    }

    /** From now on, a signal is waited for. */
    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop between two steps"));
        return signal;
    }

    /** This is what a signal stops, also one that has come before. */
    void stops(OperationProcess process) {
        running.complete(process);
    }

    /** Everything is done and put away. */
    void ended(ExitCode code) {
        ended.complete(code);
    }

    /** Runs when Java is told to end, and also when it ends by itself, with the result there. */
    private void stop() {
        if (ended.isDone()) {
            return;
        }
        running.thenAccept(OperationProcess::terminate);
        try {
            Runtime.getRuntime().halt(ended.get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS).code());
        } catch (TimeoutException | ExecutionException | InterruptedException stuck) {
            System.err.println(Messages.run_stuck);
        }
    }
}
