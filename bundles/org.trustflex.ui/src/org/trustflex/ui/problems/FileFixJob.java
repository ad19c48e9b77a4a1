package org.trustflex.ui.problems;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.problems.ProjectChecks;

/** Does something with a file and looks whether the problem is gone. */
final class FileFixJob extends WorkspaceJob {

    private final IResource file;
    private final Fix fix;

    /** What is done with the file. */
    interface Fix {
        void apply(Path file) throws IOException;
    }

    FileFixJob(IResource file, Fix fix) {
        super(NLS.bind(Messages.fix_job, file.getName()));
        this.file = file;
        this.fix = fix;
        setUser(true);
        setRule(file.getProject());
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        try {
            fix.apply(file.getLocation().toPath());
        } catch (IOException failed) {
            return Status.warning(Messages.fix_failed + ": " + failed.getMessage());
        }
        TrustFlexProject project = TrustFlexProject.named(file.getProject().getName());
        ProjectChecks.run(project);
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.CHECKS;
    }
}
