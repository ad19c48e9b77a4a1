package org.trustflex.cli.certificates;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.DeliveredChain;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives a device a certificate of one's own chain, or goes back to the one that it was delivered with. */
@Command(name = "create")
public final class CreateCertificatesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--type", paramLabel = "TYPE", required = true, descriptionKey = "type")
    private ChainType type = ChainType.CUSTOM;
    @Mixin
    private final ChainOptions options = new ChainOptions();
    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public CreateCertificatesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "certificates create");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call() throws ElementException, ProvisioningException, RejectedArgument, RejectedValue,
            AmbiguousBoard, UnusableBoard {
        Optional<ChainProfile> profile = profile();
        ElementSource element = board.element();
        Project opened = project.openOrCreate();
        if (profile.isPresent()) {
            new CustomChain(opened, surroundings.random(), surroundings.clock()).create(profile.get(), element, log);
        } else {
            new DeliveredChain(opened, surroundings.clock()).use(element, log);
        }
        return ExitCode.DONE.code();
    }

    /** What a chain of one's own is to be like; nothing for the delivered one. */
    private Optional<ChainProfile> profile() throws RejectedArgument, RejectedValue {
        if (type == ChainType.CUSTOM) {
            return Optional.of(options.profile());
        }
        options.requireNone();
        return Optional.empty();
    }
}
