package org.trustflex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.BoardException;
import org.trustflex.board.Boards;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.McuState;

/**
 * Milliseconds from a simulated board without power, whose files are in the folder that the system property
 * trustflex.benchmark.folder names, to the first instructions of its MCU, and back.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class McuBenchmark {

    private static final Duration A_FEW_INSTRUCTIONS = Duration.ofNanos(10_000);

    private SimulatedBoard board;

    /** A board. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, BoardException {
        Path parent = Path.of(System.getProperty("trustflex.benchmark.folder", System.getProperty("java.io.tmpdir")));
        Path home = Files.createTempDirectory(parent, "trustflex-benchmark");
        board = Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults());
    }

    /** Lock, files, three elements, control channel, MCU, first instructions; then off. */
    @Benchmark
    public McuState boardStart() throws LinkFailed {
        try (PoweredBoard powered = board.power("benchmark")) {
            Mcu mcu = powered.mcu();
            mcu.run(A_FEW_INSTRUCTIONS);
            return mcu.state();
        }
    }
}
