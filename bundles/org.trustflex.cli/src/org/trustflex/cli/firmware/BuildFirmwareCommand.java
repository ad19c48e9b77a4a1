package org.trustflex.cli.firmware;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.firmware.build.BuildResult;
import org.trustflex.firmware.build.CompilerMessage.Severity;
import org.trustflex.firmware.build.FirmwareBuild;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.build.Toolchain;
import org.trustflex.provisioning.ProvisioningException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds the project's firmware. */
@Command(name = "build")
public final class BuildFirmwareCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public BuildFirmwareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call() throws ProvisioningException, RejectedArgument, ToolMissing {
        FirmwareProject firmware = new FirmwareProject(project.open());
        Toolchain toolchain = Toolchain.find(Optional.empty(), surroundings.environment());
        BuildResult result = new FirmwareBuild(firmware, toolchain).run(log);
        if (!result.succeeded()) {
            surroundings.err().println(Messages.text("build.failed", result.count(Severity.ERROR), firmware.folder()));
            return ExitCode.BAD_FILE.code();
        }
        surroundings.out().println(Messages.text("build.done", firmware.hex()));
        result.size().ifPresent(size -> surroundings.out().println(Messages.text("build.size", size)));
        return ExitCode.DONE.code();
    }
}
