package org.trustflex.cli.certificates;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.Checks;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.ChainReading;
import org.trustflex.provisioning.certificates.DeviceChain;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says of the chain that a device holds what is as it must be and what is not. */
@Command(name = "verify")
public final class VerifyCertificatesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final JsonOption json = new JsonOption();
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public VerifyCertificatesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "certificates verify");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        DeviceChain chain = new ChainReading(project.open(), surroundings.clock()).read(board.element(), log);
        if (json.wanted()) {
            json.print(surroundings.out(), ChainJson.of(chain));
        } else {
            print(chain);
        }
        return (chain.report().holds() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }

    private void print(DeviceChain chain) {
        PrintWriter out = surroundings.out();
        Checks.print(out, "", chain.report().checks());
        out.println(Messages.text(chain.report().holds() ? "verify.holds" : "verify.fails", chain.serialNumber(),
                chain.report().chain().root().subjectText(), chain.definition().title()));
    }
}
