package org.trustflex.descriptors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;

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
                .filter(entry -> !shipped.contains(entry))
                .forEach(entry -> problems.add("bin.includes leaves out " + entry));
        shipped.stream().filter(entry -> !entry.equals(".") && !Files.exists(bundle.file(entry)))
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

    private static String entry(Path path) {
        return path.getFileName() + (Files.isDirectory(path) ? "/" : "");
    }

    private static List<String> values(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split(",")).map(String::strip)
                .filter(value -> !value.isEmpty()).toList();
    }
}
