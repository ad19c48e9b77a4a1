package org.trustflex.launching.firmware;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.flash.FirmwareFlash;
import org.trustflex.firmware.flash.Outcome;
import org.trustflex.firmware.flash.ProgramWatch;
import org.trustflex.firmware.flash.Verdict;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.launching.mcu.WatchedBoard;
import org.trustflex.launching.operation.EclipseProgress;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.provisioning.OperationCancelled;

/** Builds the firmware of a project, programs it into the board, lets it run, and ends its process with the verdict. */
public final class FlashJob extends Job {

    private static final int WORK = 100;
    private static final int BUILD = 30;
    private static final int PROGRAM = 40;

    private final TrustFlexProject project;
    private final Board board;
    private final FlashRequest request;
    private final OperationProcess process;
    private volatile boolean begun;

    /** A job, not yet scheduled. */
    public FlashJob(String title, TrustFlexProject project, Board board, FlashRequest request,
            OperationProcess process) {
        super(title);
        this.project = project;
        this.board = board;
        this.request = request;
        this.process = process;
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (!begun) {
                    process.finished(OperationResult.NOT_BEGUN);
                }
            }
        });
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        begun = true;
        OperationResult result = perform(SubMonitor.convert(monitor, getName(), WORK));
        process.finished(result);
        return result.exitCode() == ExitCode.CANCELLED ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private OperationResult perform(SubMonitor progress) {
        try {
            FlashImage image = withRule(project.project(), progress,
                    () -> new ImageSource(project, process).image(request.image(), progress.split(BUILD)));
            return withRule(new BoardRule(board.id()), progress, () -> {
                program(image, progress.split(PROGRAM));
                return runProgram(progress);
            });
        } catch (FlashFailed failed) {
            return failed.result();
        } catch (OperationCanceledException stopped) {
            return OperationResult.of(ExitCode.CANCELLED, Messages.flash_stopped);
        } catch (RuntimeException fault) {
            // Whoever started it waits for the end of the process, whatever happens.
            ILog.get().error(getName(), fault);
            return OperationResult.failed(fault);
        }
    }

    /** What is done while others wait. */
    private interface Part<T> {
        T run() throws FlashFailed;
    }

    private static <T> T withRule(ISchedulingRule rule, IProgressMonitor monitor, Part<T> part) throws FlashFailed {
        getJobManager().beginRule(rule, monitor);
        try {
            return part.run();
        } finally {
            getJobManager().endRule(rule);
        }
    }

    private void program(FlashImage image, IProgressMonitor monitor) throws FlashFailed {
        RunningMcus.shared().end(board.id());
        FirmwareFlash flash = new FirmwareFlash(board);
        flash.warning().ifPresent(process::line);
        try {
            flash.program(request.via().programmer(board), image, new EclipseProgress(monitor, process::line));
        } catch (ProgrammingFailed | ToolMissing | LinkFailed | OperationCancelled failed) {
            throw FlashFailed.of(failed);
        } finally {
            BoardEvents.changed(board.id());
        }
    }

    /** The board as it is with its new program. */
    private OperationResult runProgram(IProgressMonitor monitor) throws FlashFailed {
        OperationResult result;
        EclipseProgress progress = new EclipseProgress(monitor, process::line);
        try {
            UartNotice.give(board.id());
            result = request.debug() ? new DebugServer(project, board, process).serve(monitor)
                    : result(new ProgramWatch(new WatchedBoard(board), Speed.MAX).judge(request.patience(), progress));
            if (request.factoryReset()) {
                KitReturn.run(board, request.via(), progress);
            } else if (!request.debug()) {
                process.line(NLS.bind(Messages.flash_kitGone, board.id()));
            }
            return result;
        } catch (ProgrammingFailed | ToolMissing | LinkFailed | OperationCancelled failed) {
            throw FlashFailed.of(failed);
        } catch (CoreException failed) {
            throw new FlashFailed(ExitCode.FAILED, failed);
        }
    }

    private OperationResult result(Verdict verdict) {
        if (verdict.outcome() == Outcome.SUCCEEDED) {
            process.line(verdict.sentence());
            return OperationResult.DONE;
        }
        return OperationResult.of(ExitCode.REFUSED, verdict.sentence());
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.OPERATION;
    }
}
