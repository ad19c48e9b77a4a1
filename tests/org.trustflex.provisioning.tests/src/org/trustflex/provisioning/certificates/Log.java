package org.trustflex.provisioning.certificates;

import java.util.ArrayList;
import java.util.List;

import org.trustflex.provisioning.ProgressMonitor;

/** Keeps what an operation says, and stops it before a chosen step. */
public final class Log implements ProgressMonitor {

    private final List<String> lines = new ArrayList<>();
    private final int steps;
    private int begun;

    public Log() {
        this(Integer.MAX_VALUE);
    }

    /** Asks the operation to stop after so many steps. */
    public Log(int steps) {
        this.steps = steps;
    }

    @Override
    public void begin(String title, int count) {
        // Only lines and steps matter here.
    }

    @Override
    public void step(String title) {
        begun++;
    }

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public boolean cancelled() {
        return begun >= steps;
    }

    public List<String> lines() {
        return lines;
    }

    public boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
