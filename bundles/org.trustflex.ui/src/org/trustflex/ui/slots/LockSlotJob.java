package org.trustflex.ui.slots;

import java.time.Clock;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.QuietProgress;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.slots.SlotLock;

/** Locks a slot. Waits for other jobs on the board. What went wrong is shown as a sentence, and nothing is locked then. */
final class LockSlotJob extends Job {

    private final SlotRow row;
    private final Optional<TrustFlexProject> project;

    LockSlotJob(SlotRow row, Optional<TrustFlexProject> project) {
        super(NLS.bind(Messages.lock_job, row.slot(), row.serialNumber()));
        this.row = row;
        this.project = project;
        setUser(true);
        setRule(new BoardRule(row.boardId()));
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Board board = WorkspaceBoards.boards().as(Messages.lock_purpose).select(row.boardId());
            new SlotLock(project.flatMap(ContentJob::model), Clock.systemUTC()).lock(row.serialNumber(), row.slot(),
                    board.element(), new QuietProgress(monitor));
            return Status.OK_STATUS;
        } catch (ElementException | ProvisioningException | AmbiguousBoard | UnusableBoard failed) {
            return Status.warning(String.valueOf(failed.getMessage()));
        } finally {
            BoardEvents.changed(row.boardId());
            project.ifPresent(LockSlotJob::refresh);
        }
    }

    private static void refresh(TrustFlexProject project) {
        try {
            project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        } catch (CoreException closed) {
            ILog.get().warn(String.valueOf(closed.getMessage()));
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.OPERATION;
    }
}
