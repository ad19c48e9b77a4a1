package org.trustflex.descriptors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The main headers of a bundle's manifest.
 *
 * @param values
 *            header values by header name
 */
record Headers(Map<String, String> values) {

    /** The headers of a folder that is no bundle. */
    static final Headers NONE = new Headers(Map.of());

    static Headers read(Path manifest) {
        try (InputStream in = Files.newInputStream(manifest)) {
            return of(new Manifest(in));
        } catch (IOException unreadable) {
            throw new AssertionError(manifest + " can't be read: " + unreadable, unreadable);
        }
    }

    static Headers of(Manifest manifest) {
        return new Headers(manifest.getMainAttributes().entrySet().stream().collect(Collectors
                .toMap(entry -> entry.getKey().toString(), entry -> entry.getValue().toString(), (a, b) -> b,
                        TreeMap::new)));
    }

    Optional<String> value(String header) {
        return Optional.ofNullable(values.get(header));
    }

    /** The names that a header lists, without their versions and directives. */
    List<String> names(String header) {
        // A version range holds a comma of its own, between quotes.
        return value(header).stream().flatMap(value -> Arrays.stream(value.replaceAll("\"[^\"]*\"", "").split(",")))
                .map(entry -> entry.split(";")[0].strip()).filter(name -> !name.isEmpty()).toList();
    }

    /** Empty for a jar that is no bundle. */
    Optional<String> symbolicName() {
        return names("Bundle-SymbolicName").stream().findFirst();
    }
}
