package org.trustflex.launching.operation;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.trustflex.provisioning.ProgressMonitor;

/** Shows an operation's progress in Eclipse and passes on the wish to stop it. */
public final class EclipseProgress implements ProgressMonitor {

    private static final int ALL = 100;

    private final IProgressMonitor monitor;
    private final Consumer<String> lines;
    private SubMonitor progress;

    /**
     * Shows it.
     *
     * @param lines gets the lines of the log
     */
    public EclipseProgress(IProgressMonitor monitor, Consumer<String> lines) {
        this.monitor = monitor;
        this.lines = lines;
        this.progress = SubMonitor.convert(monitor, ALL);
    }

    @Override
    public void begin(String title, int steps) {
        progress = SubMonitor.convert(monitor, title, steps);
    }

    @Override
    public void step(String title) {
        progress.subTask(NLS.bind(Messages.step_cancel, title));
        progress.worked(1);
    }

    @Override
    public void line(String text) {
        lines.accept(text);
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
