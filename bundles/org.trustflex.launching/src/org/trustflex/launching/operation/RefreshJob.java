package org.trustflex.launching.operation;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;

/**
 * Lets the workspace see what an operation wrote. The operations write past the workspace, so that no copy of a key gets
 * into its local history.
 */
final class RefreshJob extends WorkspaceJob {

    private final TrustFlexProject project;
    private final Runnable afterwards;

    RefreshJob(TrustFlexProject project, Runnable afterwards) {
        super(Messages.refresh_title);
        this.project = project;
        this.afterwards = afterwards;
        setSystem(true);
        setRule(project.project().getWorkspace().getRuleFactory().refreshRule(project.project()));
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        try {
            if (project.project().isAccessible()) {
                project.project().refreshLocal(IResource.DEPTH_INFINITE, monitor);
                SecretResources.hide(project);
            }
        } finally {
            afterwards.run();
        }
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.REFRESH;
    }
}
