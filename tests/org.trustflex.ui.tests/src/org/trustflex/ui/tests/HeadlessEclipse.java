package org.trustflex.ui.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another Eclipse, of the same bundles as this one and without a window, that runs a launch file as a CI job does. */
final class HeadlessEclipse {

    private static final String APPLICATION = "org.trustflex.launching.run";
    private static final long PATIENCE_SECONDS = 120;

    private HeadlessEclipse() {
    }

    /**
     * How it ended.
     *
     * @param code the exit code
     * @param said what it printed, complaints included
     */
    record Answer(int code, String said) {
    }

    /**
     * Runs a launch file.
     *
     * @param scratch an empty folder for what Eclipse needs
     * @param home    where the simulated boards are
     */
    static Answer run(Path scratch, Path home, Path launchFile) throws IOException, InterruptedException {
        Path log = scratch.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "org.eclipse.equinox.launcher.Main", "-configuration",
                configuration(scratch).toString(), "-nosplash"));
        if (System.getProperty("osgi.dev") != null) {
            command.addAll(List.of("-dev", System.getProperty("osgi.dev")));
        }
        command.addAll(List.of("-data", scratch.resolve("workspace").toString(), "-application", APPLICATION,
                launchFile.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("TRUSTFLEX_HOME", home.toString());
        Process eclipse = builder.start();
        if (!eclipse.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            eclipse.destroyForcibly().waitFor();
        }
        return new Answer(eclipse.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    /** What this Eclipse was started with, and nothing that it has kept there since. */
    private static Path configuration(Path scratch) throws IOException {
        Path own = Path.of(URI.create(System.getProperty("osgi.configuration.area").replace(" ", "%20")));
        Path copy = Files.createDirectories(scratch.resolve("configuration"));
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(HeadlessEclipse::isGiven).toList()) {
                Path to = copy.resolve(own.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return copy;
    }

    private static boolean isGiven(Path file) {
        return List.of("config.ini", "bundles.info").contains(file.getFileName().toString());
    }
}
