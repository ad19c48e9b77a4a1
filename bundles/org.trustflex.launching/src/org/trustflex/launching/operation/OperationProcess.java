package org.trustflex.launching.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;

/**
 * A launched operation as the Debug framework knows it: with a console, an exit code and a terminate button. Terminating
 * stops the operation at its next safe point, between two steps.
 */
public final class OperationProcess extends PlatformObject implements IProcess, IStreamsProxy {

    /** The process type in the Debug framework, by which the console finds our lines. */
    public static final String TYPE = "org.trustflex.launching.operation";

    private final ILaunch launch;
    private final String label;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final TextStream output = new TextStream();
    private final TextStream errors = new TextStream();
    private final List<Consumer<OperationResult>> waiting = new ArrayList<>();
    private volatile @Nullable Job job;
    private volatile @Nullable OperationResult result;
    private volatile String lastLine = "";

    /** A process of this launch. It ends with {@link #finished}. */
    public OperationProcess(ILaunch launch, String label) {
        this.launch = launch;
        this.label = label;
        attributes.put(IProcess.ATTR_PROCESS_TYPE, TYPE);
        launch.addProcess(this);
        fire(DebugEvent.CREATE);
    }

    /** The job that does the work, which is told to stop when the process is terminated. */
    public void runBy(Job worker) {
        job = worker;
    }

    /** Prints one line. */
    public void line(String text) {
        if (!text.isBlank()) {
            lastLine = text;
        }
        output.line(text);
    }

    /** The last line that it printed; empty before the first. */
    public String lastLine() {
        return lastLine;
    }

    /** The operation has ended: a sentence that says why it failed goes to the console. */
    public void finished(OperationResult outcome) {
        if (!outcome.message().isEmpty()) {
            errors.line(outcome.message());
        }
        List<Consumer<OperationResult>> told;
        synchronized (waiting) {
            result = outcome;
            told = List.copyOf(waiting);
        }
        fire(DebugEvent.TERMINATE);
        told.forEach(listener -> listener.accept(outcome));
    }

    /** Tells how it ended, at once if it has ended already. */
    public void whenFinished(Consumer<OperationResult> listener) {
        OperationResult known;
        synchronized (waiting) {
            known = result;
            waiting.add(listener);
        }
        if (known != null) {
            listener.accept(known);
        }
    }

    /** How it ended, or nothing while it runs. */
    public @Nullable OperationResult result() {
        return result;
    }

    private void fire(int kind) {
        DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] { new DebugEvent(this, kind) });
    }

    @Override
    public boolean canTerminate() {
        return !isTerminated();
    }

    @Override
    public boolean isTerminated() {
        return result != null;
    }

    @Override
    public void terminate() {
        Job worker = job;
        if (worker != null && !worker.cancel()) {
            output.line(Messages.stopping);
        }
    }

    @Override
    public int getExitValue() throws DebugException {
        OperationResult outcome = result;
        if (outcome == null) {
            throw new DebugException(Status.error(label));
        }
        return outcome.exitCode().code();
    }

    @Override
    public String getLabel() {
        OperationResult outcome = result;
        return outcome == null ? label : NLS.bind(Messages.process_ended, label, outcome.exitCode().code());
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return this;
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return output;
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return errors;
    }

    @Override
    public void write(String input) {
        // An operation reads nothing.
    }

    @Override
    public void setAttribute(String key, String value) {
        attributes.put(key, value);
    }

    @Override
    public @Nullable String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        if (adapter == IProcess.class) {
            return adapter.cast(this);
        }
        return adapter == ILaunch.class ? adapter.cast(launch) : super.getAdapter(adapter);
    }
}
