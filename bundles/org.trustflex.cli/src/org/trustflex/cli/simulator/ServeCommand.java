package org.trustflex.cli.simulator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.KitTerminal;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.mcu.ConsoleServer;
import org.trustflex.board.mcu.ConsoleTerminal;
import org.trustflex.board.mcu.DebugPort;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.Speed;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets anybody's programs in to a simulated board: kit, console and debug port, until it is interrupted. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @ArgGroup(exclusive = false, multiplicity = "1")
    private final ServedDoors doors = new ServedDoors();
    @Option(names = "--speed", paramLabel = "SPEED", descriptionKey = "speed")
    private Speed speed = Speed.MAX;
    /** What is closed at the end, the last one first. */
    private final Deque<Runnable> open = new ArrayDeque<>();
    private boolean kitServed;
    private boolean kitThere;

    /** The command in these surroundings. */
    public ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, RejectedArgument, UnusableBoard {
        doors.requirePorts();
        SimulatedBoard board = surroundings.boards().simulated().get(name);
        try (PoweredBoard powered = board.power("simulator serve")) {
            serve(powered, board.id());
        } finally {
            open.forEach(Runnable::run);
        }
        surroundings.out().println(Messages.text("serve.end", board.id()));
        return ExitCode.DONE.code();
    }

    /** Whatever is served ends with the power. */
    private void serve(PoweredBoard powered, String id) throws LinkFailed {
        kitThere = powered.program().isKit();
        if (doors.wantKit() && (kitThere || !doors.wantMcu())) {
            serveKit(powered, id);
        }
        if (doors.wantMcu()) {
            serveMcu(powered.mcu(), id);
        }
        surroundings.out().flush();
        while (!surroundings.interruption().await(LOOK)) {
            if (!powered.powered()) {
                throw new LinkFailed(Messages.text("serve.nopower", id));
            }
            followKit(powered, id);
        }
    }

    private void serveKit(PoweredBoard powered, String id) throws LinkFailed {
        Integer port = doors.kitPort();
        Path terminal = doors.kitTerminal();
        if (port != null) {
            say("serve.begin", id, powered.serveKit(port.intValue()).port());
        }
        if (terminal != null) {
            KitTerminal served = powered.serveKit(surroundings.resolve(terminal));
            say("serve.terminal", id, served.link(), served.terminal());
        }
        kitServed = true;
    }

    private void serveMcu(Mcu mcu, String id) throws LinkFailed {
        PrintWriter err = surroundings.err();
        mcu.listen(report -> {
            err.println(report);
            err.flush();
        });
        Integer port = doors.consolePort();
        Path terminal = doors.consoleTerminal();
        Integer debug = doors.debugPort();
        if (port != null) {
            ConsoleServer served = ConsoleServer.onTcp(mcu.console(), port);
            open.push(served::close);
            say("serve.console", id, served.port());
        }
        if (terminal != null) {
            ConsoleTerminal served = ConsoleTerminal.at(mcu.console(), surroundings.resolve(terminal));
            open.push(served::close);
            say("serve.console.terminal", id, served.link(), served.terminal());
        }
        mcu.start(speed);
        if (debug != null) {
            DebugPort served = mcu.serveDebug(debug);
            say("serve.debug", id, served.port());
            surroundings.out().println(served.openOcdCommand());
        }
        say("serve.program", id, mcu.program());
    }

    private void followKit(PoweredBoard powered, String id) throws LinkFailed {
        boolean there = powered.program().isKit();
        if (there == kitThere || !doors.wantKit()) {
            return;
        }
        kitThere = there;
        if (there && !kitServed) {
            serveKit(powered, id);
        } else {
            say(there ? "serve.kit.back" : "serve.kit.gone", id);
        }
        surroundings.out().flush();
    }

    private void say(String key, Object... arguments) {
        surroundings.out().println(Messages.text(key, arguments));
    }
}
