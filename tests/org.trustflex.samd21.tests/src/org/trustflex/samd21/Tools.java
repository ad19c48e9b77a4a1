package org.trustflex.samd21;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** The tools that tests call where they are installed, foremost the cross compiler. */
public final class Tools {

    private static final long DEADLINE_SECONDS = 120;
    private static final String COMPILER = "arm-none-eabi-gcc";

    private Tools() {
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

    /**
     * Compiles and links a C program of the folder "programs" with the linker script "flash.ld" for a Cortex-M0+, or
     * skips the test where there is no compiler.
     *
     * @return the ELF file
     */
    public static Path compile(Path folder, String source, String... options) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled(COMPILER), COMPILER + " is not installed: no compiled programs");
        Path elf = folder.resolve(source.replace(".c", ".elf"));
        List<String> command = new ArrayList<>(List.of(COMPILER, "-mcpu=cortex-m0plus", "-mthumb", "-g", "-std=c11",
                "-Wall",
                "-Wextra", "-Werror", "-ffreestanding", "-nostdlib", "-T", copy(folder, "flash.ld").toString(), "-o",
                elf.toString()));
        command.addAll(List.of(options));
        copy(folder, "start.h");
        copy(folder, "samd21.h");
        command.add(copy(folder, source).toString());
        command.add("-lgcc");
        run(command);
        return elf;
    }

    /** The bytes of an ELF file as they lie in flash from address 0. */
    public static byte[] binary(Path elf) throws IOException, InterruptedException {
        Path binary = elf.resolveSibling(elf.getFileName() + ".bin");
        run(List.of("arm-none-eabi-objcopy", "-O", "binary", elf.toString(), binary.toString()));
        return Files.readAllBytes(binary);
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

    private static Path copy(Path folder, String name) throws IOException {
        try (InputStream content = Tools.class.getResourceAsStream("programs/" + name)) {
            if (content == null) {
                throw new IOException("programs/" + name + " is missing among the tests");
            }
            return Files.write(folder.resolve(name), content.readAllBytes());
        }
    }
}
