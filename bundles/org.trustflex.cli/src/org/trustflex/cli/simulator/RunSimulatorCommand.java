package org.trustflex.cli.simulator;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.LedPattern;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.McuState;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.board.mcu.Speed;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.NotPossible;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the program of a simulated board from power-on, and shows what it does. */
@Command(name = "run")
public final class RunSimulatorCommand implements Callable<Integer> {

    private static final Duration SLICE = Duration.ofMillis(20);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "for")
    private @Nullable Duration time;
    @Option(names = "--speed", paramLabel = "SPEED", descriptionKey = "speed")
    private Speed speed = Speed.MAX;
    private boolean lineEnded = true;

    /** The command in these surroundings. */
    public RunSimulatorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, NotPossible, UnusableBoard {
        SimulatedBoard board = surroundings.boards().simulated().get(name);
        try (PoweredBoard powered = board.power("simulator run")) {
            requireProgram(board, powered.program());
            Mcu mcu = powered.mcu();
            mcu.console().listen(this::show);
            mcu.listen(report -> surroundings.err().println(report));
            run(powered, mcu);
            if (!powered.powered()) {
                throw new LinkFailed(Messages.text("serve.nopower", board.id()));
            }
            return tell(mcu).code();
        }
    }

    private static void requireProgram(SimulatedBoard board, FlashedProgram program) throws NotPossible {
        if (program.kind() != ProgramKind.FIRMWARE) {
            throw new NotPossible(Messages.text("run." + program.kind(), board.id(), board.description().name()));
        }
    }

    private void show(byte[] bytes) {
        surroundings.out().print(new String(bytes, StandardCharsets.ISO_8859_1));
        lineEnded = bytes[bytes.length - 1] == '\n';
    }

    private void run(PoweredBoard powered, Mcu mcu) {
        long begin = System.nanoTime();
        Duration end = time;
        Duration now = Duration.ZERO;
        while (powered.powered() && (end == null || now.compareTo(end) < 0) && !mcu.state().lockedUp()) {
            Duration left = end == null ? SLICE : end.minus(now);
            mcu.run(left.compareTo(SLICE) < 0 ? left : SLICE);
            now = mcu.state().time();
            surroundings.out().flush();
            Duration ahead = now.minusNanos(System.nanoTime() - begin);
            boolean wait = speed == Speed.REAL && !ahead.isNegative();
            if (surroundings.interruption().await(wait ? ahead : Duration.ZERO)) {
                return;
            }
        }
    }

    private ExitCode tell(Mcu mcu) {
        PrintWriter out = surroundings.out();
        if (!lineEnded) {
            out.println();
        }
        LedPattern led = mcu.statusLed().pattern();
        McuState state = mcu.state();
        String key = led.isSteady() ? led.on() ? "run.led.on" : "run.led.off" : "run.led.blinks";
        out.println(Messages.text(key, led.blinksPerSecond()));
        out.println(Messages.text("run.end", state.time().toNanos() / 1e9, state.cycles(), state.programCounter()));
        if (state.lockedUp()) {
            surroundings.err().println(Messages.text("run.lockup"));
            return ExitCode.REFUSED;
        }
        return ExitCode.DONE;
    }
}
