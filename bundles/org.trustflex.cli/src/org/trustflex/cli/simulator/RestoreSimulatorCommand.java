package org.trustflex.cli.simulator;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.BoardException;
import org.trustflex.board.SimulatedBoards;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a simulated board what it was when a snapshot was taken. */
@Command(name = "restore")
public final class RestoreSimulatorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "snapshot")
    private Path file = Path.of("");

    /** The command in these surroundings. */
    public RestoreSimulatorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, BoardException {
        SimulatedBoards boards = surroundings.boards().simulated();
        Path snapshot = surroundings.resolve(file);
        boards.restore(name, snapshot);
        BoardDescription restored = boards.get(name).description();
        surroundings.out().println(Messages.text("restored", restored.id(), SimulatorText.part(restored), snapshot));
        return ExitCode.DONE.code();
    }
}
