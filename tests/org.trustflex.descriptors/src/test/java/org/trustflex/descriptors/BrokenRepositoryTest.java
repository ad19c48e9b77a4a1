package org.trustflex.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** What is wrong in the descriptors and documents of a whole repository is found, too. */
class BrokenRepositoryTest {

    private static final Path ROOT = root();
    private static final BuildDescriptors BUILD = new BuildDescriptors(ROOT,
            new Installation(Repository.targetPlatform(), Bundle.below(ROOT.resolve("bundles"))));
    private static final Documents DOCUMENTS = new Documents(ROOT);

    @Test
    void aFeatureThatListsTooLittleAndTooMuch() {
        assertFound(BUILD.featureProblems(), "the feature lacks org.trustflex.simple", "the feature lacks picocli",
                "the feature lists com.sun.jna, which none of our bundles requires",
                "%description has no text in feature.properties",
                "feature.properties has a text for provider, which nobody uses");
    }

    @Test
    void aClassPathThatIsNotTheTargetPlatforms() {
        assertFound(BUILD.classPathProblems(), "the class path has gson 2.10, which is not the target platform's",
                "the class path lacks picocli");
    }

    @Test
    void whatIsNeitherBuiltNorTestedNorMeasured() {
        assertFound(BUILD.moduleProblems(), "org.trustflex.simple is no module of pom.xml",
                "the coverage report leaves out org.trustflex.simple", "org.trustflex.cli is no module of pom.xml",
                "the coverage report leaves out org.trustflex.cli",
                "org.trustflex.sample.tests is no module of tests/pom.xml",
                "the coverage report leaves out org.trustflex.sample.tests");
    }

    @Test
    void aDocumentThatLeadsNowhere() {
        assertFound(DOCUMENTS.pathProblems("README.md"), "README.md names RULES.md, which is not there",
                "README.md names releng/run, which is not there",
                "README.md names releng/trustflex, which is not there");
    }

    @Test
    void aCommandThatDoesNotExist() {
        assertFound(DOCUMENTS.commandProblems("README.md"),
                "README.md: there is no option --fast (releng/trustflex rotate --board sim:demo --fast)",
                "README.md: there is no command \"rotat\" (releng/trustflex rotat --help)");
    }

    @Test
    void aMapThatLeavesOutABundle() {
        assertFound(DOCUMENTS.missingOnTheMap(), "ARCHITECTURE.md does not show org.trustflex.sample",
                "ARCHITECTURE.md does not show org.trustflex.feature",
                "ARCHITECTURE.md does not show org.trustflex.cli.dist");
    }

    private static void assertFound(List<String> found, String... problems) {
        assertEquals(new TreeSet<>(List.of(problems)), new TreeSet<>(found));
    }

    private static Path root() {
        try {
            return Path
                    .of(Objects.requireNonNull(BrokenRepositoryTest.class.getResource("/repositories/broken")).toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
