package org.trustflex.cli.firmware;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.firmware.CreatedFirmware;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.provisioning.ProvisioningException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lays the firmware's sources down in the project. */
@Command(name = "create")
public final class CreateFirmwareCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ProjectOption project;

    /** The command in these surroundings. */
    public CreateFirmwareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.project = new ProjectOption(surroundings);
    }

    @Override
    public Integer call() throws ProvisioningException, RejectedArgument {
        FirmwareProject firmware = new FirmwareProject(project.openOrCreate());
        CreatedFirmware created = firmware.create();
        for (Path kept : created.kept()) {
            surroundings.out().println(Messages.text("create.kept", firmware.folder().relativize(kept)));
        }
        surroundings.out().println(created.written().isEmpty() ? Messages.text("create.nothing", firmware.folder())
                : Messages.text("create.done", created.written().size(), firmware.folder()));
        return ExitCode.DONE.code();
    }
}
