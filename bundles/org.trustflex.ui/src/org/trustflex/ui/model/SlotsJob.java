package org.trustflex.ui.model;

import java.time.Instant;
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
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.SlotInspection;

/** Reads the slots of a board's TrustFLEX element. Waits for other jobs on the board. */
final class SlotsJob extends Job {

    private final String boardId;
    private final Consumer<ElementFacts> read;

    SlotsJob(String boardId, Consumer<ElementFacts> read) {
        super(NLS.bind(Messages.slots_title, boardId));
        this.boardId = boardId;
        this.read = read;
        setSystem(true);
        setRule(new BoardRule(boardId));
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        read.accept(facts(monitor));
        return Status.OK_STATUS;
    }

    private ElementFacts facts(IProgressMonitor monitor) {
        try {
            Board board = WorkspaceBoards.boards().select(boardId);
            if (!board.flashedProgram().isKit()) {
                return unread(NLS.bind(Messages.slots_noKit, boardId, board.flashedProgram()));
            }
            ElementSlots slots = new SlotInspection().read(board.element(), new QuietProgress(monitor));
            return new ElementFacts(boardId, Instant.now(), Optional.of(slots), "");
        } catch (ElementException | ProvisioningException | AmbiguousBoard | UnusableBoard problem) {
            return unread(String.valueOf(problem.getMessage()));
        }
    }

    private ElementFacts unread(String sentence) {
        return new ElementFacts(boardId, Instant.now(), Optional.empty(), sentence);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.SLOTS;
    }
}
