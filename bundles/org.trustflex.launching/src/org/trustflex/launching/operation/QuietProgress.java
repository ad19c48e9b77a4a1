package org.trustflex.launching.operation;

import org.eclipse.core.runtime.IProgressMonitor;
import org.trustflex.provisioning.ProgressMonitor;

/** Shows nothing of an operation and passes on the wish to stop it: for what happens in the background. */
public final class QuietProgress implements ProgressMonitor {

    private final IProgressMonitor monitor;

    /** @param monitor says whether to stop */
    public QuietProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void begin(String title, int steps) {
        // Nobody looks.
    }

    @Override
    public void step(String title) {
        // Nobody looks.
    }

    @Override
    public void line(String text) {
        // Nobody reads.
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
