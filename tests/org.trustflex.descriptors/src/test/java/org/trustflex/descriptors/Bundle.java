package org.trustflex.descriptors;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/**
 * A bundle of ours, as its sources lie in the repository.
 *
 * @param folder
 *            the bundle's project
 * @param headers
 *            its manifest
 */
record Bundle(Path folder, Headers headers) {

    static Bundle in(Path folder) {
        return new Bundle(folder, Headers.read(folder.resolve("META-INF/MANIFEST.MF")));
    }

    /** The bundles below a folder: each of its folders that has a manifest. */
    static List<Bundle> below(Path folder) {
        return list(folder).stream().filter(child -> Files.exists(child.resolve("META-INF/MANIFEST.MF")))
                .map(Bundle::in).toList();
    }

    /** What lies directly in a folder, sorted. */
    static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            throw new AssertionError(folder + " can't be read: " + unreadable, unreadable);
        }
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " can't be read: " + unreadable, unreadable);
        }
    }

    String name() {
        return headers.symbolicName().orElse(folder.getFileName().toString());
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    boolean isFragment() {
        return headers.value("Fragment-Host").isPresent();
    }

    /** The root of plugin.xml or fragment.xml, where there is one. */
    Optional<Element> descriptor() {
        return Stream.of("plugin.xml", "fragment.xml").map(this::file).filter(Files::exists).findFirst()
                .map(Xml::read);
    }

    /** The extensions that the bundle contributes. */
    List<Element> extensions() {
        return descriptor().stream().flatMap(root -> Xml.all(root, "extension")).toList();
    }

    List<Path> javaSources() {
        return sources(".java");
    }

    /** All files below src whose name ends so. */
    List<Path> sources(String ending) {
        if (!Files.isDirectory(file("src"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(file("src"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new AssertionError("The sources of " + folder + " can't be read: " + unreadable, unreadable);
        }
    }

    /** True if a class of this (binary) name has its source here. */
    boolean hasClass(String binaryName) {
        String[] names = binaryName.split("\\$");
        Path source = file("src/" + names[0].replace('.', '/') + ".java");
        if (!Files.exists(source)) {
            return false;
        }
        String text = content(source);
        return Stream.of(names).skip(1)
                .allMatch(nested -> text.matches("(?s).*\\b(class|enum|interface|record) " + nested + "\\b.*"));
    }

    /** Where the texts of manifest and descriptor are, without language and ending. */
    String localization() {
        return headers.value("Bundle-Localization").orElse("OSGI-INF/l10n/bundle");
    }

    /** A properties file of the bundle; empty where it does not exist. */
    Properties properties(String path) {
        return Files.exists(file(path)) ? properties(file(path)) : new Properties();
    }

    static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " can't be read: " + unreadable, unreadable);
        }
        return properties;
    }
}
