package org.trustflex.ui.mcu;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.BoardException;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.provisioning.ProvisioningException;

/** Does something with the MCU of a board, when no other job uses the board. What goes wrong is shown as a sentence. */
public final class McuJob extends Job {

    private final Action action;

    /** What is done. */
    public interface Action {

        /** Does it. */
        void run(IProgressMonitor monitor)
                throws LinkFailed, AmbiguousBoard, BoardException, ProgrammingFailed, ToolMissing,
                ProvisioningException, CoreException;
    }

    /**
     * A job, not yet scheduled.
     *
     * @param title what the progress view shows, with {0} for the board
     */
    public McuJob(String title, String boardId, Action action) {
        super(NLS.bind(title, boardId));
        this.action = action;
        setUser(true);
        setRule(new BoardRule(boardId));
    }

    /** Shows no progress: nobody asked for it. */
    public McuJob quietly() {
        setUser(false);
        setSystem(true);
        return this;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            action.run(monitor);
            return Status.OK_STATUS;
        } catch (LinkFailed | AmbiguousBoard | BoardException | ProgrammingFailed | ToolMissing
                | ProvisioningException failure) {
            return Status.warning(String.valueOf(failure.getMessage()));
        } catch (CoreException failure) {
            return failure.getStatus();
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.MCU;
    }
}
