package org.trustflex.ui.model;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.trustflex.board.BoardScan;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.WorkspaceBoards;

/** Searches for boards, away from the user interface's thread. */
final class ScanJob extends Job {

    private final Consumer<BoardScan> found;

    ScanJob(Consumer<BoardScan> found) {
        super(Messages.scan_title);
        this.found = found;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        found.accept(WorkspaceBoards.boards().scan());
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.SCAN;
    }
}
