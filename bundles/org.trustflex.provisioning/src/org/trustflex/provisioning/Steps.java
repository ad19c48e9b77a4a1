package org.trustflex.provisioning;

/** The steps of one operation. Between two of them, and only there, the user can stop it. */
public final class Steps {

    private final ProgressMonitor monitor;

    /** Begins an operation of so many steps. */
    public Steps(ProgressMonitor monitor, String title, int count) {
        this.monitor = monitor;
        monitor.begin(title, count);
    }

    /**
     * Begins the next step.
     *
     * @throws OperationCancelled if the user asked for it; the step is not begun
     */
    public void next(String title) throws OperationCancelled {
        if (monitor.cancelled()) {
            throw new OperationCancelled(title);
        }
        monitor.step(title);
    }

    /** Adds a line to the log. */
    public void line(String text) {
        monitor.line(text);
    }
}
