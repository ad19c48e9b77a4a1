package org.trustflex.cli.manifest;

import java.nio.file.Path;
import java.util.Optional;
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
import picocli.CommandLine.Parameters;

/** Puts a device into a manifest that is there already, of this project or of another. */
@Command(name = "append")
public final class AppendManifestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "append-to")
    private Optional<Path> file = Optional.empty();
    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public AppendManifestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "manifest append");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        ElementSource element = board.element();
        Project opened = project.open();
        ManifestGeneration generation = new ManifestGeneration(opened, surroundings.random(), surroundings.clock());
        generation.append(file.map(surroundings::resolve).orElse(generation.file().path()), element, log);
        return ExitCode.DONE.code();
    }
}
