package org.trustflex.ide;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An unpacked Eclipse.
 *
 * @param folder where its plugins folder is
 */
record Installation(Path folder) {

    private static final String OURS = "org.trustflex.";

    /** The IDE that the build unpacked. */
    static Installation built() throws IOException {
        Path products = Terminal.ROOT.resolve("releng/org.trustflex.ide/target/products/org.trustflex.ide");
        try (Stream<Path> files = Files.walk(products, 4)) {
            return new Installation(files.filter(file -> file.endsWith("artifacts.xml")).findFirst().orElseThrow()
                    .getParent());
        }
    }

    /** A copy of it, as one unpacks the same download elsewhere. */
    Installation copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(folder.relativize(file).toString()));
            }
        }
        return new Installation(target);
    }

    /** The words that start an application of this Eclipse. */
    List<String> start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1", "-jar", launcher().toString(), "-nosplash"));
        command.addAll(List.of(words));
        return command;
    }

    /** Our bundles among those that are installed. */
    List<String> installedBundles() throws IOException {
        Path list = folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        return Files.readAllLines(list).stream().filter(line -> line.startsWith(OURS))
                .map(line -> line.substring(0, line.indexOf(','))).toList();
    }

    /** Our files, installed or not. */
    List<Path> ownFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(OURS)
                    && !file.getParent().equals(folder)).toList();
        }
    }

    private Path launcher() throws IOException {
        PathMatcher name = FileSystems.getDefault().getPathMatcher("glob:org.eclipse.equinox.launcher_*.jar");
        try (Stream<Path> files = Files.list(folder.resolve("plugins"))) {
            return files.filter(file -> name.matches(file.getFileName())).findFirst().orElseThrow();
        }
    }
}
