package org.trustflex.board.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One run of somebody else's program, in English, with both of its output streams as one.
 *
 * @param command the program and its arguments
 * @param folder  where it runs
 */
public record ToolProcess(List<String> command, Path folder) {

    private static final long LOOK_MILLIS = 50;
    private static final long FAREWELL_SECONDS = 5;

    /** The command is copied. */
    public ToolProcess {
        command = List.copyOf(command);
    }

    /**
     * Runs it to its end.
     *
     * @param line      gets each line that it prints, on the calling thread
     * @param cancelled whether it shall be stopped, with everything that it started
     * @return its exit code
     * @throws IOException           if it can't be started
     * @throws InterruptedException  if the thread was interrupted; it is stopped then
     * @throws CancellationException if it was stopped because that was asked for
     */
    public int run(Consumer<String> line, BooleanSupplier cancelled) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Messages are read by programs, too.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            BlockingQueue<Optional<String>> lines = read(process);
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                Optional<String> polled = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException(command.get(0));
                }
                if (polled != null) {
                    next = polled;
                    next.ifPresent(line);
                }
            }
            return process.waitFor();
        } finally {
            stop(process);
        }
    }

    /** Reads the output on a thread of its own; nothing is put at its end. */
    private BlockingQueue<Optional<String>> read(Process process) {
        BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader output = process.inputReader(Charset.defaultCharset())) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(Optional.of(line));
                }
            } catch (IOException stopped) {
                System.getLogger(ToolProcess.class.getName()).log(System.Logger.Level.DEBUG, "output ended", stopped);
            } finally {
                lines.add(Optional.empty());
            }
        }, "trustflex-tool-output");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
