package org.trustflex.cli.simulator;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps a simulated board as it is in a file. */
@Command(name = "snapshot")
public final class SnapshotCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "snapshot.new")
    private Path file = Path.of("");

    /** The command in these surroundings. */
    public SnapshotCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, UnusableBoard {
        Path snapshot = surroundings.resolve(file);
        surroundings.boards().simulated().snapshot(name, snapshot);
        surroundings.out().println(Messages.text("snapshot", name, snapshot));
        return ExitCode.DONE.code();
    }
}
