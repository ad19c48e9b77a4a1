package org.trustflex.ui.overview;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;

/** Finds out how a project is, away from the user interface's thread. Many wishes at once are one look. */
final class OverviewJob extends Job {

    private static final int GATHER_MILLISECONDS = 50;

    private final TrustFlexProject project;
    private final Consumer<Overview> seen;

    OverviewJob(TrustFlexProject project, Consumer<Overview> seen) {
        super(NLS.bind(Messages.job_title, project.name()));
        this.project = project;
        this.seen = seen;
        setSystem(true);
    }

    void look() {
        schedule(GATHER_MILLISECONDS);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (project.project().isAccessible()) {
            seen.accept(Overview.of(project));
        }
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.OVERVIEW;
    }
}
