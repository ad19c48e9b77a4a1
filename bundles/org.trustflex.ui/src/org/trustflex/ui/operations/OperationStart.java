package org.trustflex.ui.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.ide.IDE;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.configuration.DefaultConfigurations;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.configuration.ResourcesAttributes;
import org.trustflex.launching.configuration.RotationAttributes;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.rotation.RotationStep;

/**
 * Starts an operation as a launch of its own, whose configuration nobody sees: its lines are in the console, it can be
 * terminated there, and it leaves nothing in the list of configurations.
 */
public final class OperationStart {

    private final IWorkbenchWindow window;
    private final TrustFlexProject project;
    private final List<String> views = new ArrayList<>(List.of(IConsoleConstants.ID_CONSOLE_VIEW));
    private Optional<IFile> result = Optional.empty();

    /** Starts operations of this project, whose results open in this window. */
    public OperationStart(IWorkbenchWindow window, TrustFlexProject project) {
        this.window = window;
        this.project = project;
    }

    /** This file opens if the operation ends well. */
    public OperationStart thenOpen(Path path) {
        result = project.file(path);
        return this;
    }

    /** This view comes into sight, so that the user sees it change. */
    public OperationStart thenShow(String viewId) {
        views.add(viewId);
        return this;
    }

    /** Resources, certificates, manifest: what the request says. */
    public void resources(ResourcesRequest request) throws CoreException {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(project, LaunchAttributes.RESOURCES_TYPE);
        ResourcesAttributes.write(request, copy);
        copy.setAttribute(LaunchAttributes.ADOPT, request.options().adopt());
        launch(copy);
    }

    /** The whole rotation, or what is left of one. */
    public void rotation() throws CoreException {
        launch(DefaultConfigurations.create(project, LaunchAttributes.ROTATION_TYPE));
    }

    /** One step of the rotation. */
    public void rotation(RotationStep step) throws CoreException {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(project, LaunchAttributes.ROTATION_TYPE);
        RotationAttributes.write(List.of(step), copy);
        launch(copy);
    }

    private void launch(ILaunchConfigurationWorkingCopy copy) throws CoreException {
        copy.setAttribute(LaunchAttributes.PRIVATE, true);
        showViews();
        ICoreRunnable start = monitor -> follow(copy.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
        Job job = Job.create(copy.getName(), start);
        job.setSystem(true);
        job.schedule();
    }

    private void showViews() throws PartInitException {
        for (String view : views) {
            window.getActivePage().showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
        }
    }

    private void follow(ILaunch launch) {
        if (result.isPresent() && launch.getProcesses()[0] instanceof OperationProcess process) {
            IFile file = result.get();
            process.whenFinished(end -> {
                if (end.done()) {
                    window.getShell().getDisplay().asyncExec(() -> open(file));
                }
            });
        }
    }

    private void open(IFile file) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException unopened) {
            ILog.get().error(file.getName(), unopened);
        }
    }
}
