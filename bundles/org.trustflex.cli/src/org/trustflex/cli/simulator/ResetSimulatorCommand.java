package org.trustflex.cli.simulator;

import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.SimulatedBoards;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the part of a simulated board one as delivered again. */
@Command(name = "reset")
public final class ResetSimulatorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";

    /** The command in these surroundings. */
    public ResetSimulatorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, UnusableBoard {
        SimulatedBoards boards = surroundings.boards().simulated();
        boards.reset(name);
        BoardDescription fresh = boards.get(name).description();
        surroundings.out().println(Messages.text("reset", fresh.id(), SimulatorText.part(fresh)));
        return ExitCode.DONE.code();
    }
}
