package org.trustflex.descriptors;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in a bundle's project and is not source is shipped, and what is to be shipped is there. */
final class BuildPropertiesCheck implements BundleCheck {

    private static final Set<String> NOT_SHIPPED = Set.of("src", "pom.xml", "build.properties", "target", "bin");

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        List<String> problems = new ArrayList<>();
        Properties build = bundle.properties("build.properties");
        List<String> shipped = values(build, "bin.includes");
        Bundle.list(bundle.folder()).stream().map(BuildPropertiesCheck::entry)
                .filter(entry -> !NOT_SHIPPED.contains(entry.replace("/", "")) && !entry.startsWith("."))
                .filter(entry -> shipped.stream().noneMatch(include -> covers(include, entry)))
                .forEach(entry -> problems.add("bin.includes leaves out " + entry));
        shipped.stream().filter(entry -> !entry.equals(".") && !isThere(bundle, entry))
                .forEach(entry -> problems.add("bin.includes names " + entry + ", which is not there"));
        if (Files.isDirectory(bundle.file("src"))) {
            if (!shipped.contains(".")) {
                problems.add("bin.includes leaves out the classes (.)");
            }
            if (!values(build, "source..").contains("src/")) {
                problems.add("source.. leaves out src/");
            }
            if (!values(build, "output..").contains("target/classes/")) {
                problems.add("output.. is not target/classes/");
            }
        }
        return problems;
    }

    /** A folder counts as shipped where a part of it is: its sources, such as drawings, may stay at home. */
    private static boolean covers(String include, String entry) {
        return include.equals(entry) || entry.endsWith("/") && include.startsWith(entry)
                || include.contains("*") && matcher(include).matches(Path.of(entry));
    }

    private static boolean isThere(Bundle bundle, String include) {
        if (!include.contains("*")) {
            return Files.exists(bundle.file(include));
        }
        Path folder = bundle.file(include.substring(0, include.lastIndexOf('/', include.indexOf('*')) + 1));
        PathMatcher matcher = matcher(include);
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.map(bundle.folder()::relativize).anyMatch(matcher::matches);
        } catch (IOException unreadable) {
            throw new AssertionError(folder + " can't be read: " + unreadable, unreadable);
        }
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private static String entry(Path path) {
        return path.getFileName() + (Files.isDirectory(path) ? "/" : "");
    }

    private static List<String> values(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split(",")).map(String::strip)
                .filter(value -> !value.isEmpty()).toList();
    }
}
