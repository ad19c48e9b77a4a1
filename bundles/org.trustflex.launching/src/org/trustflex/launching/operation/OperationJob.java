package org.trustflex.launching.operation;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.Board;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.ProvisioningException;

/**
 * Runs operations one after the other on a project's board; the first that fails ends it. Waits for other jobs on the same
 * board. The result is handed to whoever started it; the job itself ends well, so that no dialog opens beside that.
 */
public final class OperationJob extends Job {

    private final TrustFlexProject project;
    private final Board board;
    private final List<ElementOperation> operations;
    private final Consumer<String> lines;
    private final Consumer<OperationResult> finished;
    private volatile boolean begun;

    /**
     * A job, not yet scheduled.
     *
     * @param title    what the progress view shows
     * @param lines    gets the log's lines
     * @param finished gets the result when the workspace knows the files that were written
     */
    public OperationJob(String title, TrustFlexProject project, Board board, List<ElementOperation> operations,
            Consumer<String> lines, Consumer<OperationResult> finished) {
        super(title);
        this.project = project;
        this.board = board;
        this.operations = List.copyOf(operations);
        this.lines = lines;
        this.finished = finished;
        setUser(false);
        setRule(new BoardRule(board.id()));
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (!begun) {
                    finished.accept(OperationResult.NOT_BEGUN);
                }
            }
        });
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        begun = true;
        OperationResult result = perform(monitor);
        BoardEvents.changed(board.id());
        new RefreshJob(project, () -> finished.accept(result)).schedule();
        return result.exitCode() == ExitCode.CANCELLED ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private OperationResult perform(IProgressMonitor monitor) {
        if (!board.flashedProgram().isKit()) {
            return OperationResult.of(ExitCode.NO_LINK,
                    NLS.bind(Messages.kitGone, board.id(), board.flashedProgram()));
        }
        SubMonitor all = SubMonitor.convert(monitor, operations.size());
        try {
            for (ElementOperation operation : operations) {
                ProgressMonitor progress = new EclipseProgress(all.newChild(1), lines);
                operation.run(board.element(), progress);
            }
            return OperationResult.DONE;
        } catch (ElementException failure) {
            return OperationResult.of(failure);
        } catch (ProvisioningException failure) {
            return OperationResult.of(failure);
        } catch (RejectedValue failure) {
            return OperationResult.of(failure);
        } catch (RuntimeException fault) {
            // Whoever started it waits for the end of the process, whatever happens.
            ILog.get().error(getName(), fault);
            return OperationResult.failed(fault);
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.OPERATION;
    }
}
