package org.trustflex.ui.slots;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

/** Compares with the project's files away from the user interface's thread. Many wishes at once are one comparison. */
final class ContentJob extends Job {

    private final Runnable update;

    ContentJob(Runnable update) {
        super(Messages.job_compare);
        this.update = update;
        setSystem(true);
    }

    /** The project as the operations know it; a damaged one has nothing to compare, and the overview names it. */
    static Optional<Project> model(TrustFlexProject project) {
        try {
            return Optional.of(project.model());
        } catch (ProvisioningException unusable) {
            return Optional.empty();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        update.run();
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.SLOTS;
    }
}
