package org.trustflex.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.board.Boards;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.OpenOcd;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.firmware.build.FirmwareBuild;
import org.trustflex.firmware.build.Toolchain;
import org.trustflex.firmware.flash.FactoryReset;
import org.trustflex.firmware.flash.FirmwareFlash;
import org.trustflex.firmware.flash.Outcome;
import org.trustflex.firmware.flash.ProgramWatch;
import org.trustflex.firmware.flash.Verdict;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;

/**
 * Milliseconds from an image on disk to a verdict: the project's firmware is flashed into a simulated board, runs, rotates
 * the key, and is judged by its last line and the LED. Needs make, arm-none-eabi-gcc and OpenOCD in the path.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FirmwareBenchmark {

    private final SecureRandom random = new SecureRandom();
    private SimulatedBoard board;
    private Project project;
    private FirmwareProject firmware;

    /** A board, and a project with resources and firmware for it. */
    @Setup(Level.Trial)
    public void prepare() throws Exception {
        Path parent = Path.of(System.getProperty("trustflex.benchmark.folder", System.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(parent, "trustflex-benchmark");
        board = Boards.in(folder.resolve("home")).simulated().create("demo", SimulatedBoardOptions.defaults());
        project = Project.openOrCreate(folder.resolve("P"));
        firmware = new FirmwareProject(project);
        firmware.create();
        new ResourceGeneration(project, random, Clock.systemUTC()).run(board.element(), ResourceOptions.DEFAULT,
                new Silent());
        new KeyRotation(project, random, Clock.systemUTC()).rotate(board.element(), new Silent());
    }

    /** A valid key in the slot, and a new one that is authorized and built in. */
    @Setup(Level.Invocation)
    public void authorizeNewKey() throws Exception {
        new FactoryReset(board).run(board.programmer(), Optional.empty(), new Silent());
        KeyRotation rotation = new KeyRotation(project, random, Clock.systemUTC());
        if (Files.exists(project.rotationFolder().resolve("pending/slot_14_ecc_key_pair.pem"))) {
            rotation.rotate(board.element(), new Silent());
        }
        rotation.run(RotationStep.GENERATE, board.element(), new Silent());
        rotation.run(RotationStep.AUTHORIZE, board.element(), new Silent());
        new FirmwareBuild(firmware, Toolchain.find(Optional.empty(), System.getenv())).run(new Silent());
    }

    private Verdict flash(Programmer programmer) throws Exception {
        new FirmwareFlash(board).program(programmer, FlashImage.read(firmware.hex()), new Silent());
        Verdict verdict = new ProgramWatch(board, Speed.MAX).judge(ProgramWatch.PATIENCE, new Silent());
        if (verdict.outcome() != Outcome.SUCCEEDED) {
            throw new IllegalStateException(verdict.sentence());
        }
        return verdict;
    }

    /** Loaded by the simulated board's own programmer. */
    @Benchmark
    public Verdict flashAndRotateDirectly() throws Exception {
        return flash(board.programmer());
    }

    /** Programmed and verified by the real OpenOCD. */
    @Benchmark
    public Verdict flashAndRotateThroughOpenOcd() throws Exception {
        return flash(board.programmer(OpenOcd.find(Optional.empty(), System.getenv())));
    }
}
