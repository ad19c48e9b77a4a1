package org.trustflex.cli.simulator;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cuts the power of a simulated board in whatever it is doing, as a pulled plug does. */
@Command(name = "power-cut")
public final class PowerCutCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";

    /** The command in these surroundings. */
    public PowerCutCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, UnusableBoard {
        SimulatedBoard board = surroundings.boards().simulated().get(name);
        Optional<String> holder = board.powerCut();
        surroundings.out().println(holder.isPresent() ? Messages.text("powercut", board.id(), holder.get())
                : Messages.text("powercut.off", board.id()));
        return ExitCode.DONE.code();
    }
}
