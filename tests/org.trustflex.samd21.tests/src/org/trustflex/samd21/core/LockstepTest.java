package org.trustflex.samd21.core;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.samd21.Qemu;
import org.trustflex.samd21.Tools;

/** The processor does what QEMU's does: all registers and flags are compared before each instruction. */
final class LockstepTest {

    private static final String SEED = "trustflex.test.seed";
    private static final String COUNT = "trustflex.test.lockstep";
    private static final int EXIT = 0xBEAB;

    @TempDir
    private Path folder;

    private final BitSet seen = new BitSet();
    private final boolean[][] ways = new boolean[16][2];
    private int previous;
    private int previousAddress;

    @Test
    void generatedProgramsBehaveAsOnTheOracle() throws IOException {
        long seed = Long.getLong(SEED, System.nanoTime());
        long wanted = Long.getLong(COUNT, 5_000_000);
        System.out.println("Random programs of this run: -D" + SEED + "=" + seed);
        long compared = 0;
        for (int program = 0; compared < wanted; program++) {
            compared += compare(GeneratedProgram.image(seed + program, 40, 60), "seed " + (seed + program));
        }
        System.out.println(compared + " instructions of generated programs in lock-step, 0 differences");
        for (Instruction instruction : Instruction.values()) {
            assertTrue(seen.get(instruction.operation()), instruction + " was executed");
        }
        for (int condition = 0; condition < 14; condition++) {
            assertTrue(ways[condition][0] && ways[condition][1], "condition " + condition + " held and did not");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "-O0", "-O2", "-Os" })
    void compiledProgramsBehaveAsOnTheOracle(String optimisation) throws IOException, InterruptedException {
        byte[] image = Tools.binary(Tools.compile(folder, "compute.c", optimisation));
        long compared = compare(image, optimisation);
        System.out.println(compared + " instructions of compiled C, " + optimisation + ", in lock-step, 0 differences");
        assertTrue(compared > 100_000, "the program ran: " + compared);
    }

    private long compare(byte[] image, String name) throws IOException {
        Bench bench = Bench.of(image);
        int[] expected = new int[17];
        long compared = 0;
        try (Qemu oracle = Qemu.start(image, folder)) {
            while (oracle.next(expected)) {
                if (compared == 0) {
                    // What the flags are after reset is not defined.
                    bench.registers.setFlags(expected[16]);
                }
                String difference = difference(bench.registers, expected);
                if (!difference.isEmpty()) {
                    fail(name + ", instruction " + compared + ": " + difference);
                }
                note(bench);
                compared++;
                if (bench.core.memory().read(bench.registers.get(Registers.PC), 2) == EXIT) {
                    return compared;
                }
                bench.step();
            }
        }
        return fail(name + ": the oracle ended after " + compared + " instructions at "
                + Integer.toHexString(bench.registers.get(Registers.PC)));
    }

    private void note(Bench bench) {
        int address = bench.registers.get(Registers.PC);
        if (previous >>> 12 == 0xD) {
            ways[previous >>> 8 & 15][address == previousAddress + 2 ? 0 : 1] = true;
        }
        previous = bench.core.memory().read(address, 2);
        previousAddress = address;
        seen.set(Operations.OF_HALFWORD[previous]);
    }

    private String difference(Registers actual, int[] expected) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 17; number++) {
            int value = number == 16 ? actual.xpsr() : actual.get(number);
            if (value != expected[number]) {
                text.append(String.format("%s is %08X instead of %08X; ", number == 16 ? "xPSR" : "R" + number, value,
                        expected[number]));
            }
        }
        return text.isEmpty() ? "" : text + String.format("after %04X at %08X", previous, previousAddress);
    }
}
