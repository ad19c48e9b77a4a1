package org.trustflex.ui.boards;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.BoardException;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.ui.model.BoardCatalog;

/** Does something with a simulated board and lets everybody see it. What goes wrong is shown as a sentence. */
final class SimulatedBoardJob extends Job {

    private final String boardId;
    private final Action action;

    /** What is done. */
    interface Action {
        void run() throws BoardException, LinkFailed;
    }

    SimulatedBoardJob(String title, String boardId, Action action) {
        super(title);
        this.boardId = boardId;
        this.action = action;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            action.run();
            return Status.OK_STATUS;
        } catch (BoardException | LinkFailed failure) {
            return Status.warning(String.valueOf(failure.getMessage()));
        } finally {
            BoardEvents.changed(boardId);
            BoardCatalog.shared().refresh();
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.SIMULATED_BOARD;
    }
}
