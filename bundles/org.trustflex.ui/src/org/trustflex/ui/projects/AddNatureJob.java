package org.trustflex.ui.projects;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.overview.OpenOverviewHandler;

/** Makes a project that is there a TrustFLEX project. What goes wrong is shown as a sentence. */
final class AddNatureJob extends WorkspaceJob {

    private final IProject project;
    private final IWorkbenchPage page;

    AddNatureJob(IProject project, IWorkbenchPage page) {
        super(NLS.bind(Messages.nature_job, project.getName()));
        this.project = project;
        this.page = page;
        setUser(true);
        setRule(project.getWorkspace().getRoot());
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) {
        try {
            TrustFlexProject adopted = ProjectCreation.adopt(project, monitor);
            page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> open(adopted));
            return Status.OK_STATUS;
        } catch (CoreException refused) {
            return Status.warning(refused.getStatus().getMessage());
        }
    }

    private void open(TrustFlexProject adopted) {
        try {
            OpenOverviewHandler.open(page, adopted);
        } catch (PartInitException failed) {
            ILog.get().error(String.valueOf(failed.getMessage()), failed);
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.PROJECT;
    }
}
