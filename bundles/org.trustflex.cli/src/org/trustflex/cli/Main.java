package org.trustflex.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Interruption;
import org.trustflex.cli.console.Surroundings;

/** The program: runs one command in the process's own surroundings and ends with its exit code. */
public final class Main {

    /** Longer than any step takes, so that Ctrl-C stops between two of them and not inside one. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    private Main() {
    }

    /** Runs the command line. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Thread stop = new Thread(() -> stop(interruption, result), "stop between two steps");
        Runtime.getRuntime().addShutdownHook(stop);
        Surroundings surroundings = new Surroundings(stream(FileDescriptor.out), stream(FileDescriptor.err),
                System.getenv(), Path.of("").toAbsolutePath(), Clock.systemUTC(), new SecureRandom(), interruption);
        int code = ExitCode.UNEXPECTED.code();
        try {
            code = new TrustFlexCommandLine(surroundings).run(args);
        } finally {
            result.complete(code);
        }
        // Waits for the hook if there was a signal, which then ends the process with this very code.
        System.exit(code);
    }

    /** Runs when the process is told to end, and also when it ends by itself, with the result there. */
    private static void stop(Interruption interruption, CompletableFuture<Integer> result) {
        if (result.isDone()) {
            return;
        }
        interruption.request();
        try {
            Runtime.getRuntime().halt(result.get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException | InterruptedException stuck) {
            System.err.println(Messages.text("stop.stuck", LONGEST_STEP.toSeconds()));
        }
    }

    /** A stream in the terminal's encoding, which since Java 18 is not the default one. */
    private static PrintWriter stream(FileDescriptor descriptor) {
        Charset charset = Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
    }
}
