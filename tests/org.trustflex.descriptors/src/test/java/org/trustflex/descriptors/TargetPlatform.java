package org.trustflex.descriptors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.w3c.dom.Element;

/**
 * The bundles that the target definition names, as they lie in the local Maven repository.
 *
 * @param members
 *            one for each artifact, in the definition's order
 */
record TargetPlatform(List<Member> members) {

    private static final Pattern GENERATED_NAME = Pattern.compile("Bundle-SymbolicName:\\s*([\\w.]+)\\s");

    /** Reads a target definition and all its jars. */
    static TargetPlatform read(Path definition, Path mavenRepository) {
        List<Member> members = new ArrayList<>();
        Xml.all(Xml.read(definition), "location").forEach(location -> {
            Matcher generated = GENERATED_NAME.matcher(Xml.text(location, "instructions"));
            String name = generated.find() ? generated.group(1) : "";
            Xml.all(location, "dependency").map(Coordinates::of)
                    .forEach(artifact -> members.add(Member.read(artifact, artifact.jarIn(mavenRepository), name)));
        });
        return new TargetPlatform(List.copyOf(members));
    }

    Optional<Member> bundle(String symbolicName) {
        return members.stream().filter(member -> member.symbolicName().equals(symbolicName)).findFirst();
    }

    /**
     * A Maven artifact.
     *
     * @param group
     *            group identifier
     * @param artifact
     *            artifact identifier
     * @param version
     *            its version
     */
    record Coordinates(String group, String artifact, String version) {

        static Coordinates of(Element dependency) {
            return new Coordinates(Xml.text(dependency, "groupId"), Xml.text(dependency, "artifactId"),
                    Xml.text(dependency, "version"));
        }

        private Path jarIn(Path repository) {
            return repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
                    .resolve(artifact + "-" + version + ".jar");
        }
    }

    /**
     * A bundle of the platform.
     *
     * @param coordinates
     *            the artifact
     * @param symbolicName
     *            its name as a bundle
     * @param descriptor
     *            its plugin.xml or fragment.xml
     * @param entries
     *            the names of the jar's entries
     */
    record Member(Coordinates coordinates, String symbolicName, Optional<Element> descriptor, Set<String> entries) {

        private static Member read(Coordinates coordinates, Path file, String generatedName) {
            if (!Files.exists(file)) {
                throw new AssertionError(file + " is missing: the target platform was not resolved yet");
            }
            try (JarFile jar = new JarFile(file.toFile())) {
                Manifest manifest = jar.getManifest();
                String name = Optional.ofNullable(manifest).flatMap(present -> Headers.of(present).symbolicName())
                        .orElse(generatedName);
                Set<String> entries = new HashSet<>();
                jar.stream().map(ZipEntry::getName).forEach(entries::add);
                return new Member(coordinates, name, descriptor(jar), Set.copyOf(entries));
            } catch (IOException unreadable) {
                throw new AssertionError(file + " can't be read: " + unreadable, unreadable);
            }
        }

        private static Optional<Element> descriptor(JarFile jar) throws IOException {
            ZipEntry entry = Stream.of("plugin.xml", "fragment.xml").map(jar::getEntry).filter(found -> found != null)
                    .findFirst().orElse(null);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return Optional.of(Xml.read(in, jar.getName() + "!" + entry));
            }
        }
    }
}
