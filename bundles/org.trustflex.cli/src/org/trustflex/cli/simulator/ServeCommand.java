package org.trustflex.cli.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.KitTerminal;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
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
    @ArgGroup(exclusive = false, multiplicity = "1")
    private final Doors doors = new Doors();

    /** Where the board is served; at least one of them. */
    private static final class Doors {

        @Option(names = "--kit-tcp", paramLabel = "PORT", descriptionKey = "kit-tcp")
        private @Nullable Integer port;
        @Option(names = "--kit-pty", paramLabel = "PATH", descriptionKey = "kit-pty")
        private @Nullable Path terminal;
    }

    /** The command in these surroundings. */
    public ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, RejectedArgument, UnusableBoard {
        Integer port = doors.port;
        Path terminal = doors.terminal;
        if (port != null && (port < 0 || port > LARGEST_PORT)) {
            throw new RejectedArgument(Messages.text("serve.port", port, LARGEST_PORT));
        }
        SimulatedBoard board = surroundings.boards().simulated().get(name);
        try (PoweredBoard powered = board.power("simulator serve")) {
            // Whatever is served ends with the power.
            if (port != null) {
                surroundings.out()
                        .println(Messages.text("serve.begin", board.id(), powered.serveKit(port.intValue()).port()));
            }
            if (terminal != null) {
                KitTerminal served = powered.serveKit(surroundings.resolve(terminal));
                surroundings.out()
                        .println(Messages.text("serve.terminal", board.id(), served.link(), served.terminal()));
            }
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
