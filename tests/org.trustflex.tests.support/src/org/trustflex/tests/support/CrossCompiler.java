package org.trustflex.tests.support;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * The cross compiler for the board's MCU: programs are compiled from C while the tests run, with the start-up code and the
 * registers of the MCU's own tests. Also runs other tools where they are installed.
 */
public final class CrossCompiler {

    private static final String COMPILER = "arm-none-eabi-gcc";
    private static final Path ROOT = Path.of(System.getProperty("trustflex.repository.root", "../.."), "tests");
    private static final Path SHARED = ROOT.resolve("org.trustflex.samd21.tests/src/org/trustflex/samd21/programs");
    private static final Path OWN = ROOT
            .resolve("org.trustflex.board.tests/src/org/trustflex/board/machine/programs");
    private static final long DEADLINE_SECONDS = 120;

    private CrossCompiler() {
    }

    /**
     * Compiles and links a program, or skips the test where there is no compiler.
     *
     * @param folder  where the result is put
     * @param source  the name of its C file
     * @param options more options of the compiler
     * @return the ELF file
     */
    public static Path compile(Path folder, String source, String... options) throws Exception {
        Assumptions.assumeTrue(isInstalled(COMPILER), COMPILER + " is not installed: no compiled programs");
        Path elf = folder.resolve(source.replace(".c", ".elf"));
        Path file = Files.exists(OWN.resolve(source)) ? OWN.resolve(source) : SHARED.resolve(source);
        List<String> command = new ArrayList<>(List.of(COMPILER, "-mcpu=cortex-m0plus", "-mthumb", "-Os", "-std=c11",
                "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-nostdlib", "-I", SHARED.toString(), "-T",
                SHARED.resolve("flash.ld").toString(), "-o", elf.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(file.toString(), "-lgcc"));
        run(command);
        return elf;
    }

    /** Has objcopy make another format of an ELF file, such as "ihex" or "binary". */
    public static Path convert(Path elf, String format, String... options) throws Exception {
        Path converted = elf.resolveSibling(elf.getFileName() + "." + format);
        List<String> command = new ArrayList<>(List.of("arm-none-eabi-objcopy", "-O", format));
        command.addAll(List.of(options));
        command.addAll(List.of(elf.toString(), converted.toString()));
        run(command);
        return converted;
    }

    /** Whether a program is in the path. */
    public static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Runs a command to its end and gives its output; one that fails is an error with that output. */
    public static String run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("trustflex-tool", ".log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String output = Files.readString(log, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command + (ended ? " failed: " : " did not end: ") + output);
            }
            return output;
        } finally {
            Files.delete(log);
        }
    }
}
