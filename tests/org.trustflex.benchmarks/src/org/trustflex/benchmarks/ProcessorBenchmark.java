package org.trustflex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.Samd21;

/**
 * How fast the simulated MCU is. {@code instructions} are millions a second of compiled C (a hash, divisions, copies,
 * sorting); the peer is QEMU's microbit with the same program. {@code deviceTime} is how many times faster than a real part
 * at 48 MHz a program with timers, console and bus at work runs. Needs the programs that releng/bench compiles.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProcessorBenchmark {

    private static final int END = 0xBEAB;
    private static final long CYCLES = 480_000;
    private static final Duration TIME = Duration.ofMillis(10);
    private static final int PEER_PASSES = 2000;

    private Path folder;
    private Samd21 endless;
    private Samd21 busy;
    private double instructionsPerCycle;
    private long peerInstructions;

    /** What was done, for a rate of its own. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {
        /** Instructions. */
        public long instructions;
        /** Device time in microseconds. */
        public long deviceTime;
    }

    /** Programs in flash, and how many instructions a pass has. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        folder = Path.of(System.getProperty("trustflex.benchmark.folder"));
        endless = part("endless");
        busy = part("busy");
        busy.run(Duration.ofMillis(10));
        long once = count(part("passes1"));
        Samd21 twice = part("passes2");
        long two = count(twice);
        instructionsPerCycle = (double) two / twice.cycles();
        peerInstructions = once + (two - once) * (PEER_PASSES - 1L);
    }

    private Samd21 part(String program) throws IOException {
        byte[] image = Files.readAllBytes(folder.resolve(program + ".bin"));
        NonVolatileMemory memory = NonVolatileMemory.factoryNew();
        System.arraycopy(image, 0, memory.flash(), 0, image.length);
        return Samd21.powerOn(memory);
    }

    /** Steps to the BKPT at the end. */
    private static long count(Samd21 part) {
        long instructions = 0;
        while (part.readMemory(part.programCounter(), 2) != END) {
            part.runCycles(1);
            instructions++;
        }
        return instructions;
    }

    /** Ten milliseconds of a part at 48 MHz that computes. */
    @Benchmark
    public void compute(Done done) {
        long begin = endless.cycles();
        endless.runCycles(CYCLES);
        done.instructions += Math.round((endless.cycles() - begin) * instructionsPerCycle);
    }

    /** Ten milliseconds of a part at 48 MHz whose peripherals never rest. */
    @Benchmark
    public void withPeripherals(Done done) {
        busy.run(TIME);
        done.deviceTime += TIME.toNanos() / 1000;
    }

    /** A new part gets power. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Samd21 powerOn() {
        return Samd21.powerOn(NonVolatileMemory.factoryNew());
    }

    /** Peer: QEMU starts, runs two thousand passes and ends. */
    @Benchmark
    public void peerQemu(Done done) throws IOException, InterruptedException {
        Process qemu = new ProcessBuilder("qemu-system-arm", "-M", "microbit", "-nographic", "-monitor", "none",
                "-serial", "none", "-semihosting-config", "enable=on,target=native", "-kernel",
                folder.resolve("passes" + PEER_PASSES + ".bin").toString()).inheritIO().start();
        qemu.waitFor();
        done.instructions += peerInstructions;
    }
}
