package org.trustflex.ui.slots;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.QuietProgress;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.ChainReading;
import org.trustflex.provisioning.certificates.DeviceChain;

/** Rebuilds the certificates that an element holds. Slots that hold none are nothing to complain about here. */
final class ChainJob extends Job {

    private final KnownChain wanted;
    private final Consumer<KnownChain> found;

    ChainJob(KnownChain wanted, Consumer<KnownChain> found) {
        super(NLS.bind(Messages.job_chain, wanted.boardId()));
        this.wanted = wanted;
        this.found = found;
        setSystem(true);
        setRule(new BoardRule(wanted.boardId()));
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        found.accept(wanted.with(read(monitor)));
        return Status.OK_STATUS;
    }

    private Optional<DeviceChain> read(IProgressMonitor monitor) {
        Optional<Project> project = wanted.project().flatMap(ContentJob::model);
        try {
            Board board = WorkspaceBoards.boards().as(Messages.purpose).select(wanted.boardId());
            return Optional.of(new ChainReading(project, Clock.systemUTC()).read(board.element(),
                    new QuietProgress(monitor)));
        } catch (ElementException | ProvisioningException | AmbiguousBoard | UnusableBoard unknown) {
            return Optional.empty();
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.SLOTS;
    }
}
