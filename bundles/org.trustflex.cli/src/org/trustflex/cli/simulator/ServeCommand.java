package org.trustflex.cli.simulator;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.KitServer;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves a simulated board to anybody's client of the kit protocol, until it is interrupted. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LARGEST_PORT = 65_535;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Option(names = "--kit-tcp", paramLabel = "PORT", required = true, descriptionKey = "kit-tcp")
    private int port;

    /** The command in these surroundings. */
    public ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, RejectedArgument, UnusableBoard {
        if (port < 0 || port > LARGEST_PORT) {
            throw new RejectedArgument(Messages.text("serve.port", port, LARGEST_PORT));
        }
        SimulatedBoard board = surroundings.boards().simulated().get(name);
        try (PoweredBoard powered = board.power("simulator serve"); KitServer server = powered.serveKit(port)) {
            surroundings.out().println(Messages.text("serve.begin", board.id(), server.port()));
            surroundings.out().flush();
            while (!surroundings.interruption().await(LOOK)) {
                if (!powered.powered()) {
                    throw new LinkFailed(Messages.text("serve.nopower", board.id()));
                }
            }
        }
        surroundings.out().println(Messages.text("serve.end", board.id()));
        return ExitCode.DONE.code();
    }
}
