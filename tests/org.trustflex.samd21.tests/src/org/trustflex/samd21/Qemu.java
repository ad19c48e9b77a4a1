package org.trustflex.samd21;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * The oracle: qemu-system-arm's microbit (Cortex-M0, flash at 0, 16 KiB of SRAM) runs an image and tells all registers
 * before each instruction. The image ends with a semihosting exit, BKPT 0xAB.
 */
public final class Qemu implements AutoCloseable {

    private static final String PROGRAM = "qemu-system-arm";
    private static final int FIRST_VALUE = 4;
    private static final int VALUE_STEP = 13;

    private final Process process;
    private final BufferedReader log;

    private Qemu(Process process) {
        this.process = process;
        this.log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII),
                1 << 16);
    }

    /** Starts an image, or skips the test where there is no QEMU. */
    public static Qemu start(byte[] image, Path folder) throws IOException {
        Assumptions.assumeTrue(Tools.isInstalled(PROGRAM), PROGRAM + " is not installed: no oracle for instructions");
        Path file = Files.write(folder.resolve("image.bin"), image);
        return new Qemu(new ProcessBuilder(List.of(PROGRAM, "-M", "microbit", "-nographic", "-monitor", "none",
                "-serial",
                "none", "-semihosting-config", "enable=on,target=native", "-singlestep", "-d", "nochain,cpu", "-D",
                "/dev/stdout", "-kernel", file.toString())).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /**
     * Reads R0 to R15 and xPSR before the next instruction.
     *
     * @return false if the program has ended
     */
    public boolean next(int[] state) throws IOException {
        for (int row = 0; row < 4; row++) {
            String line = log.readLine();
            if (line == null) {
                return false;
            }
            if (!line.startsWith("R")) {
                throw new IOException("The oracle says: " + line);
            }
            for (int column = 0; column < 4; column++) {
                state[4 * row + column] = hex(line, FIRST_VALUE + VALUE_STEP * column);
            }
        }
        state[16] = hex(log.readLine(), 5);
        return true;
    }

    private static int hex(String line, int start) {
        int value = 0;
        for (int index = start; index < start + 8; index++) {
            value = value << 4 | Character.digit(line.charAt(index), 16);
        }
        return value;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
