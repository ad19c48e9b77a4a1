package org.trustflex.ui.operations;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.ElementDescription;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.plan.PlannedWrites;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.provisioning.status.State;

/** Looks at the board and the files that an operation is for, in the background. Changes nothing. */
final class BoardSight extends Job {

    private final Target target;
    private final Plan plan;
    private final Consumer<Result> seen;

    /** What the operation would do, and whether it can. */
    interface Plan {

        /** What it would write. */
        PlannedWrites writes(Project project, SerialNumber element);

        /** The state of what it makes. */
        Condition condition(ProjectStatus status);
    }

    /**
     * What was seen.
     *
     * @param element the secure element on the board
     * @param owner   the element that the project has been for, if any
     * @param writes  what the operation would write
     * @param problem why the operation can't be started, in a sentence; empty if it can
     */
    record Result(Optional<SerialNumber> element, Optional<SerialNumber> owner, Optional<PlannedWrites> writes,
            String problem) {

        /** Whether the project has been for another element than the one on the board. */
        boolean isAnotherElement() {
            return element.isPresent() && owner.isPresent() && !element.equals(owner);
        }
    }

    BoardSight(Target target, Plan plan, Consumer<Result> seen) {
        super(NLS.bind(Messages.look_title, target.boardId()));
        this.target = target;
        this.plan = plan;
        this.seen = seen;
        setSystem(true);
        // What another job of this workbench has in use for a moment is waited for.
        setRule(new BoardRule(target.boardId()));
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        seen.accept(look());
        return Status.OK_STATUS;
    }

    private Result look() {
        try {
            BoardDescription board = WorkspaceBoards.boards().select(target.boardId()).description();
            Project project = target.project().model();
            ProjectStatus status = ProjectStatus.of(project);
            Optional<SerialNumber> element = board.trustFlex().map(ElementDescription::serialNumber);
            if (element.isEmpty()) {
                return failed(NLS.bind(Messages.look_noElement, board.id()));
            }
            return new Result(element, status.element(), Optional.of(plan.writes(project, element.get())),
                    problem(board, plan.condition(status)));
        } catch (LinkFailed | AmbiguousBoard | UnusableBoard | ProvisioningException failure) {
            return failed(String.valueOf(failure.getMessage()));
        }
    }

    private static String problem(BoardDescription board, Condition condition) {
        if (board.holder().isPresent()) {
            return NLS.bind(Messages.look_held, board.id(), board.holder().get());
        }
        return condition.state() == State.WAITS ? condition.sentence() : "";
    }

    private static Result failed(String sentence) {
        return new Result(Optional.empty(), Optional.empty(), Optional.empty(), sentence);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.SCAN;
    }
}
