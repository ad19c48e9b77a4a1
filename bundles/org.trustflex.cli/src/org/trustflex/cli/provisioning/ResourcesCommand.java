package org.trustflex.cli.provisioning;

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
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates the development keys of a device. */
@Command(name = "resources")
public final class ResourcesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;
    @Option(names = "--new-keys", descriptionKey = "new-keys")
    private boolean newKeys;
    @Option(names = "--adopt", descriptionKey = "adopt")
    private boolean adopt;

    /** The command in these surroundings. */
    public ResourcesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "resources");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        ElementSource element = board.element();
        Project opened = project.openOrCreate();
        new ResourceGeneration(opened, surroundings.random(), surroundings.clock()).run(element,
                new ResourceOptions(newKeys, adopt), log);
        return ExitCode.DONE.code();
    }
}
