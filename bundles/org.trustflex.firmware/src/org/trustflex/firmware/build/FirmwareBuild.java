package org.trustflex.firmware.build;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.trustflex.board.tool.ToolProcess;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Remedy;
import org.trustflex.provisioning.Steps;
import org.trustflex.provisioning.rotation.FirmwareData;
import org.trustflex.provisioning.rotation.FirmwareDataState;

/** Builds a project's firmware by make. What did not change is not compiled again. */
public final class FirmwareBuild {

    private final FirmwareProject firmware;
    private final Toolchain toolchain;

    /** A build of a project's firmware with these tools. */
    public FirmwareBuild(FirmwareProject firmware, Toolchain toolchain) {
        this.firmware = firmware;
        this.toolchain = toolchain;
    }

    /**
     * Builds. Each line that make and the compiler print is a line for the monitor; if the user stops it, make is stopped.
     *
     * @return what it came to; that the compiler found errors is a result
     * @throws NotPossible        if the firmware, or what resource generation makes for it, is not there; the remedy is in it
     * @throws BadFile            if make can't be started, or a file of the project is damaged
     * @throws OperationCancelled if the user stopped it
     */
    public BuildResult run(ProgressMonitor monitor) throws ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), 1);
        requireSources(steps);
        steps.next(Messages.text("step", firmware.folder()));
        CompilerOutput output = new CompilerOutput(firmware.folder().toAbsolutePath());
        List<String> command = List.of(toolchain.make().toString(), "--no-print-directory",
                "CROSS=" + toolchain.cross());
        try {
            int exit = new ToolProcess(command, firmware.folder()).run(line -> {
                output.line(line);
                steps.line(line);
            }, monitor::cancelled);
            return new BuildResult(exit == 0, output.messages(), output.size());
        } catch (CancellationException cancelled) {
            throw new OperationCancelled(Messages.text("title"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OperationCancelled(Messages.text("title"));
        } catch (IOException failed) {
            throw new BadFile(toolchain.make(), Messages.text("make.failed", toolchain.make(), failed.getMessage()),
                    failed);
        }
    }

    /** What must be there before it makes sense to call a compiler. */
    private void requireSources(Steps steps) throws BadFile, NotPossible {
        if (!firmware.exists()) {
            throw new NotPossible(Messages.text("firmware.missing", firmware.folder()), Remedy.CREATE_FIRMWARE);
        }
        FirmwareData data = new FirmwareData(firmware.project());
        for (DurableFile file : data.files()) {
            if (!file.exists()) {
                throw new NotPossible(Messages.text("resources.missing", file.path()), Remedy.GENERATE_RESOURCES);
            }
        }
        if (data.state() == FirmwareDataState.STALE) {
            steps.line(Messages.text("resources.stale"));
        }
    }
}
