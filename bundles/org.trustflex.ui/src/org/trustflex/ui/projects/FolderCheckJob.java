package org.trustflex.ui.projects;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;

/** Checks the files of a folder that is to be imported, away from the user interface's thread. */
final class FolderCheckJob extends Job {

    private final String folder;
    private final Listener listener;

    /** Gets the result, in the job's thread. */
    interface Listener {

        void usable(DesignSuiteImport found);

        void refused(String sentence);
    }

    FolderCheckJob(String folder, Listener listener) {
        super(Messages.import_job);
        this.folder = folder;
        this.listener = listener;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            listener.usable(DesignSuiteImport.from(Path.of(folder)));
        } catch (BadFile | InvalidPathException bad) {
            // The folder is in the field above; its name alone would fill the line.
            listener.refused(String.valueOf(bad.getMessage()).replace(folder + File.separator, ""));
        }
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.PROJECT;
    }
}
