package org.trustflex.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;

/** A terminal in a folder, with simulated boards and a folder for temporary files of its own. */
final class Terminal {

    /** The top of the checkout. */
    static final Path ROOT = Path.of(System.getProperty("trustflex.repository.root", "../..")).toAbsolutePath()
            .normalize();
    private static final long DEADLINE_SECONDS = 300;

    private final Path base;
    private final Path folder;

    private Terminal(Path base, Path folder) {
        this.base = base;
        this.folder = folder;
    }

    /** A terminal in a folder that it keeps everything in. */
    static Terminal in(Path base) throws IOException {
        Files.createDirectories(base.resolve("temporary"));
        return new Terminal(base, base);
    }

    /** What a command came to. */
    record Answer(int code, String out, String err) {

        Answer is(int expected) {
            Assertions.assertEquals(expected, code, () -> out + err);
            return this;
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** A terminal with the same boards in a folder below. */
    Terminal at(String name) {
        return new Terminal(base, folder.resolve(name));
    }

    /** Types a {@code trustflex} command, its words separated by blanks, and waits for it. */
    Answer trustflex(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("releng/trustflex").toString()));
        command.addAll(List.of(words.split(" ")));
        return run(command);
    }

    /** Runs a command and waits for it. */
    Answer run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(base, "out", ".txt");
        Path err = Files.createTempFile(base, "err", ".txt");
        Process process = builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Assertions.fail(command + " does not end. " + Files.readString(out) + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A command that is about to start here. */
    ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("TRUSTFLEX_HOME", base.resolve("home").toString());
        builder.environment().put("TMPDIR", base.resolve("temporary").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("TRUSTFLEX_DEBUG");
        return builder;
    }

    /** What the commands left in the folder for temporary files. */
    List<Path> temporaryFiles() throws IOException {
        return list(base.resolve("temporary"));
    }

    /** The names of the files in the terminal's folder. */
    List<String> files() throws IOException {
        return list(folder).stream().map(file -> file.getFileName().toString()).toList();
    }

    /** A file in the terminal's folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
