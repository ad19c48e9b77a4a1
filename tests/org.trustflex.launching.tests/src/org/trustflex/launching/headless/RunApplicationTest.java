package org.trustflex.launching.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.provisioning.Project;

/** A CI job runs the .launch file of a project that somebody has checked out, and goes by the exit code. */
class RunApplicationTest {

    private static final String RESOURCES = LaunchAttributes.RESOURCES_TYPE;
    private static final String ROTATION = LaunchAttributes.ROTATION_TYPE;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path checkout;
    private SimulatedBoard board;

    @BeforeEach
    void checkOut() throws Exception {
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(WorkspaceBoards.HOME,
                folder.resolve("home").toString());
        checkout = folder.resolve("checkout");
        Project.openOrCreate(checkout);
        board = WorkspaceBoards.boards().simulated().create("ci", SimulatedBoardOptions.defaults());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        RunApplication application = new RunApplication(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return application.run(arguments).code();
    }

    private String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private String launchFile(String type, Map<String, String> strings) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n")
                .append("<launchConfiguration type=\"").append(type).append("\">\n");
        xml.append(attribute(LaunchAttributes.PROJECT, "name-in-the-authors-workspace"));
        strings.forEach((key, value) -> xml.append(attribute(key, value)));
        Path file = checkout.resolve("ci.launch");
        Files.writeString(file, xml.append("</launchConfiguration>\n"));
        return file.toString();
    }

    private static String attribute(String key, String value) {
        return "<stringAttribute key=\"" + key + "\" value=\"" + value + "\"/>\n";
    }

    private Set<String> topLevelFiles() throws IOException {
        try (Stream<Path> all = Files.list(checkout)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void whatWentWellExitsWithZeroAndLeavesNothingOfEclipse() throws Exception {
        assertEquals(0, run(launchFile(RESOURCES, Map.of())), () -> said(err));
        assertTrue(said(out).contains("Key generation - Success"), said(out));
        assertEquals("", said(err));
        assertEquals(Set.of("00_resource_generation", "05_public_key_rotation", "ci.launch", "project.trustflex"),
                topLevelFiles());
        assertEquals(0, run(launchFile(ROTATION, Map.of())), () -> said(err));
        assertTrue(said(out).contains("Verified the Rotating Public key"), said(out));
    }

    @Test
    void aProjectThatIsOneOfEclipseKeepsItsDescription() throws Exception {
        String description = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<projectDescription><name>theirs</name>"
                + "<comment></comment><projects></projects><buildSpec></buildSpec><natures></natures>"
                + "</projectDescription>\n";
        Files.writeString(checkout.resolve(".project"), description);
        assertEquals(0, run(launchFile(RESOURCES, Map.of())), () -> said(err));
        assertEquals(description, Files.readString(checkout.resolve(".project")));
    }

    @Test
    void whatIsNotPossibleNowExitsWithThree() throws Exception {
        assertEquals(0, run(launchFile(RESOURCES, Map.of())), () -> said(err));
        String file = launchFile(ROTATION, Map.of());
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("</launchConfiguration>",
                "<setAttribute key=\"" + LaunchAttributes.ROTATION_STEPS
                        + "\"><setEntry value=\"UPDATE\"/></setAttribute></launchConfiguration>"));
        assertEquals(3, run(file), () -> said(out));
        assertTrue(said(err).contains("Run step 1 (generate) first"), said(err));
    }

    @Test
    void anotherElementThanThePinnedOneExitsWithFourAndNobodyIsAsked() throws Exception {
        String file = launchFile(RESOURCES, Map.of(LaunchAttributes.SERIAL_NUMBER, "0123FFFFFFFFFFFF01"));
        assertEquals(4, run(file, "--board", board.id()));
        assertTrue(said(err).contains("pinned to the secure element 0123FFFFFFFFFFFF01"), said(err));
        assertFalse(Files.exists(checkout.resolve("00_resource_generation")));
    }

    @Test
    void anUnknownBoardExitsWithFour() throws Exception {
        assertEquals(4, run(launchFile(RESOURCES, Map.of()), "--board", "sim:nowhere"));
        assertTrue(said(err).contains("nowhere"), said(err));
    }

    @Test
    void aDamagedKeyFileExitsWithFive() throws Exception {
        assertEquals(0, run(launchFile(RESOURCES, Map.of())), () -> said(err));
        Files.writeString(checkout.resolve("00_resource_generation/slot_13_ecc_key_pair.pem"), "no key");
        assertEquals(5, run(launchFile(ROTATION, Map.of())));
        assertTrue(said(err).contains("slot_13_ecc_key_pair.pem"), said(err));
    }

    @Test
    void aLaunchFileOutsideAnyProjectExitsWithFive() throws Exception {
        Path lost = folder.resolve("lost.launch");
        Files.writeString(lost, "<launchConfiguration type=\"" + RESOURCES + "\"/>");
        assertEquals(5, run(lost.toString()));
        assertTrue(said(err).contains("is in no TrustFLEX project"), said(err));
    }

    @Test
    void withTwoBoardsNoneIsUsedAndBothAreListed() throws Exception {
        WorkspaceBoards.boards().simulated().create("second", SimulatedBoardOptions.defaults());
        assertEquals(2, run(launchFile(RESOURCES, Map.of())));
        assertTrue(said(err).contains("sim:ci") && said(err).contains("sim:second"), said(err));
        assertFalse(Files.exists(checkout.resolve("00_resource_generation")));
        assertEquals(0, run(launchFile(RESOURCES, Map.of()), "--board", "sim:second"), () -> said(err));
    }
}
