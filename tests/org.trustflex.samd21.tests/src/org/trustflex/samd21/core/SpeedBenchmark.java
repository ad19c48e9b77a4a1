package org.trustflex.samd21.core;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

import org.trustflex.samd21.Tools;

/** Prints how many million instructions of compiled C the interpreter carries out in a second. Not a test. */
public final class SpeedBenchmark {

    private static final int SLICE = 480_000;
    private static final int SLICES = 250;

    /** Processor time of this thread, so that a busy machine does not count. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SpeedBenchmark() {
    }

    /** Measures eight times and prints each; the first ones include the compiler's warming up. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("trustflex-speed");
        byte[] image = Tools.binary(Tools.compile(folder, "compute.c", "-Os", "-DENDLESS"));
        for (int round = 0; round < 8; round++) {
            Bench bench = Bench.of(image);
            Registers registers = bench.registers;
            long begin = THREADS.getCurrentThreadCpuTime();
            for (int slice = 0; slice < SLICES; slice++) {
                bench.core.run(SLICE);
            }
            double seconds = (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
            double cyclesPerInstruction = cyclesPerInstruction(image);
            System.out.printf("%.1f million cycles/s, %.1f MIPS at %.2f cycles an instruction, PC %08X%n",
                    bench.clock.cycles() / seconds / 1e6, bench.clock.cycles() / cyclesPerInstruction / seconds / 1e6,
                    cyclesPerInstruction, registers.get(Registers.PC));
        }
    }

    private static double cyclesPerInstruction(byte[] image) {
        Bench bench = Bench.of(image);
        int instructions = 1_000_000;
        for (int count = 0; count < instructions; count++) {
            bench.step();
        }
        return (double) bench.clock.cycles() / instructions;
    }
}
