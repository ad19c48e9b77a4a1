package org.trustflex.cli.manifest;

import java.util.concurrent.Callable;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.manifest.ManifestGeneration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Puts a device into its project's manifest. */
@Command(name = "create")
public final class CreateManifestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public CreateManifestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "manifest create");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        ElementSource element = board.element();
        Project opened = project.open();
        new ManifestGeneration(opened, surroundings.random(), surroundings.clock()).create(element, log);
        return ExitCode.DONE.code();
    }
}
