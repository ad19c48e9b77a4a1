package org.trustflex.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The bundles of this checkout, as the build left them: sources, manifests and compiled classes. */
final class House {

    private static final Path BUNDLES = Path.of(System.getProperty("trustflex.repository.root", "../.."), "bundles");

    private House() {
    }

    /** The folders of the bundles that have a manifest. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            return folders.filter(folder -> Files.exists(manifestIn(folder))).sorted().toList();
        } catch (IOException unreadable) {
            throw new AssertionError("The bundles can't be read: " + unreadable, unreadable);
        }
    }

    /** The Java sources of a bundle. */
    static List<Path> sources(Path bundle) {
        Path folder = bundle.resolve("src");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new AssertionError("The sources of " + bundle + " can't be read: " + unreadable, unreadable);
        }
    }

    /** The classes of all bundles that have sources. A bundle that was not compiled is an error, not an empty room. */
    static JavaClasses classes() {
        List<Path> compiled = bundles().stream().filter(bundle -> !sources(bundle).isEmpty())
                .map(bundle -> bundle.resolve("target/classes")).toList();
        List<Path> missing = compiled.stream().filter(folder -> !Files.isDirectory(folder)).toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("Not compiled yet, or not a module of pom.xml: " + missing);
        }
        return new ClassFileImporter().importPaths(compiled);
    }

    /** The symbolic names that a bundle's manifest requires. */
    static List<String> requiredBundles(Path bundle) {
        try (InputStream in = Files.newInputStream(manifestIn(bundle))) {
            return requiredBundles(new Manifest(in));
        } catch (IOException unreadable) {
            throw new AssertionError("The manifest of " + bundle + " can't be read: " + unreadable, unreadable);
        }
    }

    static List<String> requiredBundles(Manifest manifest) {
        String value = manifest.getMainAttributes().getValue("Require-Bundle");
        if (value == null) {
            return List.of();
        }
        // A version range holds a comma of its own, between quotes.
        return Arrays.stream(value.replaceAll("\"[^\"]*\"", "").split(",")).map(entry -> entry.split(";")[0].strip())
                .toList();
    }

    private static Path manifestIn(Path bundle) {
        return bundle.resolve("META-INF/MANIFEST.MF");
    }
}
