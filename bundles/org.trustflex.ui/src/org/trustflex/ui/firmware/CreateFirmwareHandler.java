package org.trustflex.ui.firmware;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.firmware.FirmwareCreation;

/** Lays the firmware down in the project that is selected or shown. */
public final class CreateFirmwareHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<TrustFlexProject> project = FirmwareTarget.of(event);
        if (project.isEmpty()) {
            MessageDialog.openInformation(HandlerUtil.getActiveShellChecked(event), Messages.firmware_title,
                    Messages.firmware_noProject);
        } else {
            job(project.get()).schedule();
        }
        return null;
    }

    private static WorkspaceJob job(TrustFlexProject project) {
        WorkspaceJob job = new WorkspaceJob(NLS.bind(Messages.firmware_job, project.name())) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                FirmwareCreation.create(project, monitor);
                return Status.OK_STATUS;
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == TrustFlexJobs.PROJECT;
            }
        };
        job.setUser(true);
        job.setRule(project.project().getWorkspace().getRoot());
        return job;
    }
}
