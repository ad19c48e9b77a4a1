package org.trustflex.cli.console;

import java.io.PrintWriter;

import org.trustflex.provisioning.ProgressMonitor;

import picocli.CommandLine.Option;

/**
 * Follows an operation: its lines are the command's output; its steps are told on the error stream where that was asked for;
 * Ctrl-C stops it between two steps.
 */
public final class GuideLog implements ProgressMonitor {

    private final Surroundings surroundings;

    @Option(names = { "-v", "--verbose" }, descriptionKey = "verbose")
    private boolean verbose;

    private int steps;
    private int begun;

    /** The log of a command in these surroundings. */
    public GuideLog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void begin(String title, int count) {
        steps = count;
        begun = 0;
    }

    @Override
    public void step(String title) {
        begun++;
        if (verbose) {
            print(surroundings.err(), Messages.text("step", begun, Math.max(begun, steps), title));
        }
    }

    @Override
    public void line(String text) {
        print(surroundings.out(), text);
    }

    /** Line by line, since an operation takes its time on a real part. */
    private static void print(PrintWriter stream, String text) {
        stream.println(text);
        stream.flush();
    }

    @Override
    public boolean cancelled() {
        return surroundings.interruption().requested();
    }
}
