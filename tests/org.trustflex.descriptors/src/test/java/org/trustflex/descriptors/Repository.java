package org.trustflex.descriptors;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This checkout. */
final class Repository {

    /** The top of the checkout. */
    static final Path ROOT = Path.of(System.getProperty("trustflex.repository.root", "../.."));
    /** What Maven downloaded. */
    static final Path MAVEN = Path.of(System.getProperty("trustflex.maven.repository",
            System.getProperty("user.home") + "/.m2/repository"));

    private Repository() {
    }

    /** The bundles that have something in them. */
    static List<Bundle> bundles() {
        return Bundle.below(ROOT.resolve("bundles")).stream()
                .filter(bundle -> !bundle.javaSources().isEmpty() || bundle.descriptor().isPresent()).toList();
    }

    static List<Bundle> testBundles() {
        return Bundle.below(ROOT.resolve("tests")).stream().filter(bundle -> !bundle.javaSources().isEmpty()).toList();
    }

    /** Read once: it is a hundred and fifty jars. */
    static TargetPlatform targetPlatform() {
        return PlatformOnce.PLATFORM;
    }

    static List<Bundle> allBundles() {
        return Stream.concat(bundles().stream(), testBundles().stream()).toList();
    }

    private static final class PlatformOnce {

        private static final TargetPlatform PLATFORM = TargetPlatform
                .read(ROOT.resolve("releng/org.trustflex.target/org.trustflex.target.target"), MAVEN);
    }
}
