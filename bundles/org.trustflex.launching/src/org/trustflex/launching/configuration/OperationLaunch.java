package org.trustflex.launching.configuration;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.operation.ElementOperation;
import org.trustflex.launching.operation.OperationJob;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;

/** One launch: its process in the console and the job behind it. Delegates are shared and keep nothing; this does. */
final class OperationLaunch {

    private final ILaunch launch;
    private final TrustFlexProject project;
    private final String title;

    OperationLaunch(ILaunch launch, TrustFlexProject project, String title) {
        this.launch = launch;
        this.project = project;
        this.title = title;
    }

    /** What works for a launch. */
    interface Worker {

        /** The job, which ends the process when it has ended. */
        Job job(Board board, OperationProcess process);
    }

    /** Starts the operations. */
    void start(LaunchBoard boards, List<ElementOperation> operations) throws CoreException {
        start(boards, (board, process) -> new OperationJob(title, project, board, operations, process::line,
                process::finished));
    }

    /** Starts the work. What goes wrong, the lack of a board included, is how the process ends. */
    void start(LaunchBoard boards, Worker worker) throws CoreException {
        OperationProcess process = new OperationProcess(launch, title);
        try {
            Board board = boards.find();
            Job job = worker.job(board, process);
            process.runBy(job);
            job.schedule();
        } catch (LinkFailed failure) {
            process.finished(OperationResult.of(failure));
        } catch (AmbiguousBoard failure) {
            process.finished(OperationResult.of(failure));
        } catch (UnusableBoard failure) {
            process.finished(OperationResult.of(failure));
        } catch (CoreException | RuntimeException failure) {
            process.finished(OperationResult.failed(failure));
            throw failure;
        }
    }
}
