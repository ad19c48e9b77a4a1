package org.trustflex.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every check finds what is wrong in a bundle that was made to be wrong, and nothing in a sound one. */
class BrokenBundleTest {

    private static final TargetPlatform PLATFORM = Repository.targetPlatform();

    @TestFactory
    Stream<DynamicTest> nothingIsFoundInASoundBundle() {
        Bundle sound = sample("sound");
        Installation installation = new Installation(PLATFORM, List.of(sound));
        return BundleCheck.ALL.entrySet().stream().map(check -> DynamicTest.dynamicTest(check.getKey(),
                () -> assertEquals(List.of(), check.getValue().problems(sound, installation))));
    }

    @Test
    void manifest() {
        assertFound("manifest", "Bundle-SymbolicName org.trustflex.simple is not the folder's name",
                "Bundle-RequiredExecutionEnvironment is not JavaSE-17",
                "Require-Bundle names org.eclipse.nowhere, which is nowhere",
                "Export-Package names org.trustflex.sample.gone, which has no class");
    }

    @Test
    void texts() {
        assertFound("texts", "%bundleVendor has no text in OSGI-INF/l10n/bundle.properties",
                "%viewName has no text in OSGI-INF/l10n/bundle.properties",
                "OSGI-INF/l10n/bundle.properties has a text for leftOver, which nobody uses");
    }

    @Test
    void shippedFiles() {
        assertFound("shipped files", "bin.includes leaves out OSGI-INF/", "bin.includes leaves out css/",
                "bin.includes names icons/, which is not there",
                "bin.includes names html/*.html, which is not there", "bin.includes names *.ini, which is not there",
                "bin.includes leaves out the classes (.)",
                "source.. leaves out src/", "output.. is not target/classes/");
    }

    @Test
    void extensionPoints() {
        assertFound("extension points", "nobody defines the extension point org.trustflex.sample.sinks");
    }

    @Test
    void classes() {
        assertFound("classes", "there is no class org.trustflex.sample.Boards$Gone",
                "there is no class org.trustflex.sample.Bords", "there is no class org.eclipse.ui.NoSuchHandler",
                "there is no class org.trustflex.sample.Activator");
    }

    @Test
    void namedFiles() {
        assertFound("named files", "there is no file schema/sources.exsd", "there is no file $nl$/icons/board.svg",
                "there is no file platform:/plugin/org.eclipse.ui/icons/gone.png");
    }

    @Test
    void identifiers() {
        assertFound("identifiers", "view names org.trustflex.sample.views, and there is no such view category",
                "keywordReference names org.trustflex.sample.keyword, and there is no such keyword",
                "perspectiveExtension names org.trustflex.sample.perspective, and there is no such perspective",
                "view names org.trustflex.sample.bords, and there is no such view",
                "handler names org.trustflex.sample.refesh, and there is no such command",
                "reference names org.trustflex.sample.gone, and there is no such expression",
                "key names org.trustflex.sample.context, and there is no such context",
                "page names org.trustflex.sample.pages, and there is no such preference page");
    }

    @Test
    void expressions() {
        assertFound("expressions", "not holds more than one expression", "nobody provides the variable activeParts",
                "equals lacks its attribute value", "no property tester answers org.trustflex.sample.held",
                "nand is no element of an expression", "and holds no expression", "activeWhen holds no expression");
    }

    @Test
    void messages() {
        assertFound("messages", "org.trustflex.sample: title.held has two texts",
                "org.trustflex.sample: title.free has no text", "org.trustflex.sample: kind.... has no text",
                "org.trustflex.sample: count has no text", "org.trustflex.sample: nobody uses the text left.over",
                "org.trustflex.sample.nls: Boards_gone has no text",
                "org.trustflex.sample.nls: nobody uses the text Boards_leftOver");
    }

    @Test
    void wordsOfTheCommandLine() {
        assertFound("words of the command line",
                "src/org/trustflex/sample/messages.properties: slot.a says --adopt, which is typed in a shell",
                "src/org/trustflex/sample/messages.properties: slot.a says \"resources --adopt\", which is typed in a shell",
                "src/org/trustflex/sample/messages.properties: slot.a says the step \"generate\", which is typed in a shell");
    }

    @Test
    void everyCheckHasItsTest() {
        assertTrue(BundleCheck.ALL.keySet()
                .equals(new TreeSet<>(List.of("manifest", "texts", "shipped files", "extension points", "classes",
                        "named files", "identifiers", "expressions", "messages", "words of the command line"))),
                "a check without a test of itself may be one that can't fail");
    }

    private static void assertFound(String check, String... problems) {
        Bundle broken = sample("broken");
        List<String> found = Objects.requireNonNull(BundleCheck.ALL.get(check)).problems(broken,
                new Installation(PLATFORM, List.of(broken)));
        assertEquals(new TreeSet<>(List.of(problems)), new TreeSet<>(found));
    }

    private static Bundle sample(String repository) {
        try {
            Path root = Path.of(Objects.requireNonNull(BrokenBundleTest.class.getResource("/repositories")).toURI());
            return Bundle.in(root.resolve(repository).resolve("bundles/org.trustflex.sample"));
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
