package org.trustflex.cli.certificates;

import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.ChainReading;
import org.trustflex.provisioning.certificates.DeviceChain;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the certificates that a device holds, rebuilt from its slots. */
@Command(name = "show")
public final class ShowCertificatesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @ArgGroup
    private Form form = new Form();
    @Mixin
    private final GuideLog log;

    /** One of the forms; without one, the names and dates of the three certificates. */
    private static final class Form {
        @Option(names = "--pem", descriptionKey = "pem")
        private boolean pem;
        @Option(names = "--text", descriptionKey = "text")
        private boolean text;
        @Option(names = "--compressed", descriptionKey = "compressed")
        private boolean compressed;
        @Option(names = "--json", descriptionKey = "json")
        private boolean json;
    }

    /** The command in these surroundings. */
    public ShowCertificatesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "certificates show");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        DeviceChain chain = new ChainReading(project.open(), surroundings.clock()).read(board.element(), log);
        ChainText text = new ChainText(chain);
        if (form.pem) {
            surroundings.out().print(chain.report().chain().pem());
        } else if (form.text) {
            surroundings.out().print(text.full());
        } else if (form.compressed) {
            surroundings.out().print(text.compressed());
        } else if (form.json) {
            new JsonOption().print(surroundings.out(), ChainJson.of(chain));
        } else {
            surroundings.out().print(text.summary());
        }
        if (!chain.report().signaturesHold()) {
            surroundings.err().println(Messages.text("show.doubtful"));
        }
        return ExitCode.DONE.code();
    }
}
