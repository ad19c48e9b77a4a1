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

/** Deletes a simulated board and says what is gone. It asks nothing: a simulated part can be made again. */
@Command(name = "delete")
public final class DeleteSimulatorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";

    /** The command in these surroundings. */
    public DeleteSimulatorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, UnusableBoard {
        SimulatedBoards boards = surroundings.boards().simulated();
        String gone = describe(boards);
        boards.delete(name);
        surroundings.out().println(gone);
        return ExitCode.DONE.code();
    }

    /** What there is, before it is gone. A board whose files are damaged can be deleted too. */
    private String describe(SimulatedBoards boards) throws LinkFailed {
        try {
            BoardDescription board = boards.get(name).description();
            return Messages.text("deleted", board.id(), SimulatorText.part(board));
        } catch (UnusableBoard damaged) {
            return Messages.text("deleted.damaged", name);
        }
    }
}
