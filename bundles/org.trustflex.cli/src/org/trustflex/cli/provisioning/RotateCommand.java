package org.trustflex.cli.provisioning;

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
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rotates the public key in slot 14, in one go or step by step. */
@Command(name = "rotate")
public final class RotateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;
    @Option(names = "--step", paramLabel = "STEP", descriptionKey = "step")
    private Optional<RotationStep> step = Optional.empty();

    /** The command in these surroundings. */
    public RotateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "rotate");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        ElementSource element = board.element();
        Project opened = project.open();
        KeyRotation rotation = new KeyRotation(opened, surroundings.random(), surroundings.clock());
        if (step.isPresent()) {
            rotation.run(step.get(), element, log);
        } else {
            rotation.rotate(element, log);
        }
        return ExitCode.DONE.code();
    }
}
