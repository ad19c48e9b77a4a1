package org.trustflex.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of the house, ground floor first, and whom each of them may know. This is the table of ARCHITECTURE.md in a
 * form that the build can hold; a room that is not built yet simply has nothing to check.
 */
enum Room {
    /** The chip's language. */
    ATECC(Set.of()),
    /** The kit protocol and its transports. */
    KIT(Set.of(ATECC), Library.HID4JAVA, Library.JNA, Library.JSERIALCOMM),
    /** The simulated secure element. */
    SIMULATOR(Set.of(ATECC), Library.BOUNCYCASTLE),
    /** The simulated main microcontroller. */
    SAMD21(Set.of()),
    /** Certificates, manifests and their keys. */
    CERTIFICATES(Set.of(ATECC), Library.BOUNCYCASTLE, Library.GSON, Library.JOSE),
    /** Boards, real and simulated. */
    BOARD(Set.of(ATECC, KIT, SIMULATOR, SAMD21, CERTIFICATES), Library.GSON),
    /** The use cases and the project on disk. */
    PROVISIONING(Set.of(ATECC, CERTIFICATES), Library.GSON),
    /** The C project and its toolchain. */
    FIRMWARE(Set.of(ATECC, BOARD, PROVISIONING), Library.GSON),
    /** The command line. */
    CLI(Set.of(ATECC, CERTIFICATES, BOARD, PROVISIONING, FIRMWARE), Library.GSON, Library.PICOCLI),
    /** Launch configurations, builder and nature; no user interface. */
    LAUNCHING(Set.of(ATECC, CERTIFICATES, BOARD, PROVISIONING, FIRMWARE), Library.ECLIPSE, Library.OSGI),
    /** Perspective, editor, views and wizards. */
    UI(Set.of(ATECC, CERTIFICATES, BOARD, PROVISIONING, FIRMWARE, LAUNCHING), Library.ECLIPSE, Library.OSGI),
    /** Documents only. */
    HELP(Set.of(), Library.ECLIPSE);

    private static final String PREFIX = "org.trustflex.";
    private static final List<String> JAVA = List.of("java..", "javax.crypto..", "javax.security..",
            "org.jspecify.annotations..");

    private final Set<Room> mayKnow;
    private final List<Library> libraries;

    Room(Set<Room> mayKnow, Library... libraries) {
        this.mayKnow = mayKnow;
        this.libraries = List.of(libraries);
    }

    /** The room of a bundle's symbolic name; empty for a bundle that is in nobody's plan. */
    static Optional<Room> ofBundle(String symbolicName) {
        return Arrays.stream(values()).filter(room -> room.bundle().equals(symbolicName)).findFirst();
    }

    /** The symbolic name of the room's bundle, which is its base package as well. */
    String bundle() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** All packages of the room, as an ArchUnit package pattern. */
    String packages() {
        return bundle() + "..";
    }

    /** True up to and including the command line: no Eclipse in there. */
    boolean isPlainJava() {
        return compareTo(CLI) <= 0;
    }

    /** Patterns of all packages that the room's classes may use, its own included. */
    List<String> allowedPackages() {
        List<String> allowed = new ArrayList<>(JAVA);
        allowed.add(packages());
        mayKnow.forEach(room -> allowed.add(room.packages()));
        libraries.forEach(library -> allowed.add(library.packages()));
        return allowed;
    }

    /** True if the room's manifest may require this bundle. */
    boolean mayRequire(String symbolicName) {
        return mayKnow.stream().map(Room::bundle).anyMatch(symbolicName::equals)
                || libraries.stream().anyMatch(library -> library.isIn(symbolicName));
    }

    /** Third-party code: its packages and the bundles that bring it. */
    private enum Library {
        BOUNCYCASTLE("org.bouncycastle..", "bcprov", "bcpkix", "bcutil"),
        ECLIPSE("org.eclipse..", "org.eclipse."),
        OSGI("org.osgi.."),
        GSON("com.google.gson..", "com.google.gson"),
        HID4JAVA("org.hid4java..", "org.hid4java"),
        JNA("com.sun.jna..", "com.sun.jna"),
        JOSE("com.nimbusds..", "com.nimbusds.nimbus-jose-jwt"),
        JSERIALCOMM("com.fazecast.jSerialComm..", "com.fazecast.jSerialComm"),
        PICOCLI("picocli..", "picocli");

        private final String packages;
        private final List<String> bundles;

        Library(String packages, String... bundles) {
            this.packages = packages;
            this.bundles = List.of(bundles);
        }

        String packages() {
            return packages;
        }

        boolean isIn(String symbolicName) {
            return bundles.stream()
                    .anyMatch(bundle -> bundle.endsWith(".") ? symbolicName.startsWith(bundle)
                            : symbolicName.equals(bundle));
        }
    }
}
