package org.trustflex.cli.certificates;

import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.CertificateRestore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Puts back what a device's certificate slots held before the project first wrote to them. */
@Command(name = "restore")
public final class RestoreCertificatesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public RestoreCertificatesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "certificates restore");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        new CertificateRestore(project.open(), surroundings.clock()).restore(board.element(), log);
        return ExitCode.DONE.code();
    }
}
