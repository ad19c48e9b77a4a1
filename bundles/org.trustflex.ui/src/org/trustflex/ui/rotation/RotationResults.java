package org.trustflex.ui.rotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.configuration.RotationAttributes;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.ui.model.Listeners;

/** How the last run of each step ended, however it was launched, and which projects have an operation running. */
final class RotationResults {

    private static final RotationResults SHARED = new RotationResults();

    private final Listeners listeners = new Listeners();
    private final Map<Key, Result> results = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** A step of a project; no step means the whole rotation. */
    private record Key(String project, Optional<RotationStep> step) {
    }

    /**
     * How a run ended.
     *
     * @param outcome  well or not
     * @param lastLine the last line of its log
     */
    record Result(OperationResult outcome, String lastLine) {
    }

    private RotationResults() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(event -> forget(event.getResource().getName()),
                IResourceChangeEvent.PRE_DELETE);
        DebugPlugin.getDefault().addDebugEventListener(events -> {
            for (DebugEvent event : events) {
                if (event.getSource() instanceof OperationProcess process) {
                    heard(event.getKind(), process);
                }
            }
        });
    }

    static RotationResults shared() {
        return SHARED;
    }

    Listeners listeners() {
        return listeners;
    }

    /** How the last run of this step, or of the whole rotation, ended. */
    Optional<Result> of(String project, Optional<RotationStep> step) {
        return Optional.ofNullable(results.get(new Key(project, step)));
    }

    /** Whether an operation is running for the project. */
    boolean isRunning(String project) {
        return running.contains(project);
    }

    private void heard(int kind, OperationProcess process) {
        ILaunchConfiguration configuration = process.getLaunch().getLaunchConfiguration();
        if (configuration == null) {
            return;
        }
        try {
            String project = configuration.getAttribute(LaunchAttributes.PROJECT, "");
            if (kind == DebugEvent.CREATE) {
                running.add(project);
            } else if (kind == DebugEvent.TERMINATE) {
                running.remove(project);
                ended(project, configuration, process);
            }
            listeners.fire();
        } catch (CoreException unreadable) {
            ILog.get().warn(configuration.getName(), unreadable);
        }
    }

    private void ended(String project, ILaunchConfiguration configuration, OperationProcess process)
            throws CoreException {
        OperationResult outcome = process.result();
        if (outcome == null || !configuration.getType().getIdentifier().equals(LaunchAttributes.ROTATION_TYPE)) {
            return;
        }
        List<RotationStep> steps = RotationAttributes.read(configuration);
        // What was said of earlier runs may not hold any more.
        forget(project);
        Optional<RotationStep> step = steps.size() == 1 ? Optional.of(steps.get(0)) : Optional.empty();
        results.put(new Key(project, step), new Result(outcome, process.lastLine()));
    }

    private void forget(String project) {
        results.keySet().removeIf(key -> key.project().equals(project));
    }
}
