package org.trustflex.ide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.ide.Terminal.Answer;

/** A launch configuration that was made in the IDE and committed runs in a CI job, which has no windows. */
@Timeout(600)
class LaunchFileTest {

    private static final List<String> GUIDE = List.of("Generated new rotating public key pair",
            "Signing the rotating key digest with the Authority Private Key",
            "Rotating Public Key is written to device",
            "Rotating Public Key is validated with authority signed signature",
            "Signing with the Rotating Private Key",
            "Verified the Rotating Public key");

    @TempDir
    Path folder;

    private Terminal terminal;
    private Terminal project;

    @BeforeEach
    void aProvisionedBoardAndALaunchFile() throws Exception {
        terminal = Terminal.in(folder);
        terminal.trustflex("simulator create demo").is(0);
        terminal.trustflex("resources --board sim:demo --project P").is(0);
        project = terminal.at("P");
        LaunchFiles.rotation(project.file("rotate.launch"), "the-name-in-its-authors-workspace");
    }

    @AfterEach
    void nothingOfEclipseStays() throws Exception {
        assertEquals(List.of(), terminal.temporaryFiles());
        for (Terminal place : List.of(terminal, project)) {
            assertTrue(place.files().stream().noneMatch(".metadata"::equals), place.files()::toString);
        }
    }

    @Test
    void theRotationRunsWithTheGuidesLinesAndNothingElse() throws Exception {
        List<String> before = project.files();
        Answer answer = project.trustflex("run rotate.launch").is(0);
        assertEquals(GUIDE, answer.lines());
        assertEquals("", answer.err());
        assertEquals(before, project.files());
        // The device holds the project's new key.
        terminal.trustflex("rotate --step verify --board sim:demo --project P").is(0);
    }

    @Test
    void anEclipseProjectStaysAsItIs() throws Exception {
        byte[] description = "<projectDescription><name>mine</name></projectDescription>"
                .getBytes(StandardCharsets.UTF_8);
        Files.write(project.file(".project"), description);
        terminal.trustflex("run P/rotate.launch --board sim:demo").is(0);
        assertArrayEquals(description, Files.readAllBytes(project.file(".project")));
    }

    @Test
    void anotherAuthorityThanTheDevicesIsABadFile() throws Exception {
        Path authority = project.file("00_resource_generation/slot_13_ecc_key_pair.pem");
        Files.copy(project.file("00_resource_generation/slot_15_ecc_key_pair.pem"), authority,
                StandardCopyOption.REPLACE_EXISTING);
        Answer answer = project.trustflex("run rotate.launch").is(5);
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith("The authority key in " + authority + " is not the one in slot 13"),
                answer::err);
    }

    @Test
    void anUnknownBoardIsNoLink() throws Exception {
        Answer answer = project.trustflex("run rotate.launch --board sim:none").is(4);
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith("There is no simulated board \"none\""), answer::err);
        assertEquals(1, answer.err().lines().count(), answer::err);
    }

    @Test
    void whereTwoBoardsFitBothAreListedAndNoneIsTouched() throws Exception {
        terminal.trustflex("simulator create other").is(0);
        Answer answer = project.trustflex("run rotate.launch").is(2);
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("sim:demo") && answer.err().contains("sim:other"), answer::err);
        project.trustflex("run rotate.launch --board sim:demo").is(0);
    }

    @Test
    void aFileThatIsNotThereIsRejected() throws Exception {
        Answer answer = project.trustflex("run nothing.launch").is(2);
        assertTrue(answer.err().startsWith("There is no file nothing.launch."), answer::err);
    }

    /** Where between two steps the signal arrives, nobody can say; that it never arrives inside one, the exit code does. */
    @Test
    void whoeverStopsItStopsItBetweenTwoSteps() throws Exception {
        Process run = project.builder(
                List.of(Terminal.ROOT.resolve("releng/trustflex").toString(), "run", "rotate.launch")).start();
        try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
            assertEquals(GUIDE.get(0), out.readLine());
            run.toHandle().destroy();
            assertTrue(run.waitFor(120, TimeUnit.SECONDS));
        }
        assertTrue(Set.of(0, 130).contains(run.exitValue()), () -> "exit code " + run.exitValue());
        project.trustflex("run rotate.launch").is(0);
        terminal.trustflex("rotate --step verify --board sim:demo --project P").is(0);
    }
}
