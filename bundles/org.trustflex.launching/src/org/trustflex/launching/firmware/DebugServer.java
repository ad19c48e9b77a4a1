package org.trustflex.launching.firmware;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.DebugPort;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.mcu.McuWatch;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.launching.tools.Tool;
import org.trustflex.provisioning.Project;

/** Hands a board to a debugger: its debug port to OpenOCD, OpenOCD to gdb, until the launch is terminated. */
final class DebugServer {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(100).toNanos();

    private final TrustFlexProject project;
    private final Board board;
    private final OperationProcess process;

    DebugServer(TrustFlexProject project, Board board, OperationProcess process) {
        this.project = project;
        this.board = board;
        this.process = process;
    }

    /** Serves. Terminating the launch ends OpenOCD and the port. */
    OperationResult serve(IProgressMonitor monitor) throws LinkFailed, ToolMissing, FlashFailed {
        Path openOcd = FlashVia.program(Tool.OPENOCD, "openocd");
        Path gdb = FlashVia.program(Tool.DEBUGGER, "gdb");
        FirmwareProject firmware = new FirmwareProject(new Project(project.folder()));
        try (McuWatch watch = RunningMcus.shared().open(board, Speed.MAX);
                DebugPort port = watch.mcu().serveDebug(0)) {
            String[] command = DebugPlugin.parseArguments(port.openOcdCommand());
            command[0] = openOcd.toString();
            Process running = new ProcessBuilder(command).directory(firmware.folder().toFile()).start();
            IProcess shown = DebugPlugin.newProcess(process.getLaunch(), running, Messages.debug_openOcd);
            process.line(NLS.bind(Messages.debug_ready, new Object[] { firmware.folder(), gdb,
                    firmware.folder().relativize(firmware.elf()) }));
            return wait(running, shown, monitor);
        } catch (IOException notStarted) {
            throw new FlashFailed(ExitCode.BAD_FILE, notStarted);
        }
    }

    private OperationResult wait(Process running, IProcess shown, IProgressMonitor monitor) {
        try {
            while (running.isAlive() && !monitor.isCanceled()
                    && RunningMcus.shared().isRunning(board.id())) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            boolean itself = !running.isAlive() && !shown.isTerminated();
            boolean failed = !running.isAlive() && running.exitValue() != 0 && !monitor.isCanceled() && itself;
            return failed ? OperationResult.of(ExitCode.NO_LINK, Messages.debug_openOcdFailed) : OperationResult.DONE;
        } finally {
            running.destroy();
        }
    }
}
