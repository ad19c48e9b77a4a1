package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A script looks at the exit code alone, and a person reads one sentence. Each refusal stands beside what passes. */
class ExitCodeTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProjectWithItsBoard() {
        shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
    }

    private void sentence(Shell.Answer answer, String part) {
        assertTrue(answer.err().contains(part), answer.err());
        assertFalse(answer.err().contains("\tat "), "no stack trace: " + answer.err());
        assertFalse(answer.err().contains("Exception"), answer.err());
    }

    @ParameterizedTest
    @ValueSource(strings = { "rotat --project P", "rotate --projekt P", "rotate --step fly --project P",
            "trace --last none", "trace --last 0", "simulator serve demo --kit-tcp 70000", "simulator serve demo",
            "simulator create", "simulator create Demo!", "simulator create demo", "simulator create x --serial 12",
            "simulator create x --serial 0123000000000000EE", "simulator create x --profile wax",
            "certificates create --project P", "certificates create --type custom --project P",
            "certificates create --type mchp --org Acme --project P",
            "certificates show --pem --text --project P", "manifest verify x", "rotate --board",
            "rotate --project P --board \"\"", "rotate --project \"\"" })
    void aRejectedCommandLineIsTwo(String line) {
        Shell.Answer answer = shell.type(line).is(2);
        sentence(answer, "--help\".");
        assertEquals("", answer.out());
    }

    @Test
    void theSameWithoutTheMistakeIsZero() {
        shell.type("rotate --step generate --project P").is(0);
        shell.type("trace --last 1").is(0);
        shell.type("simulator create x --serial 0123f51d0000000001 --profile production").is(0);
    }

    @Test
    void aGroupAloneShowsWhatItCanDo() {
        assertTrue(shell.type("simulator").is(2).err().contains("power-cut"));
        assertTrue(shell.run().is(2).err().contains("certificates"));
    }

    /** PEERS A.2: a forged authority signature turns the step red instead of green; the device finds out. */
    @Test
    void aRefusalOfTheDeviceIsThree() throws Exception {
        shell.type("rotate --project P").is(0);
        shell.type("rotate --step generate --project P").is(0);
        shell.type("rotate --step authorize --project P").is(0);
        Path signed = shell.file("P/05_public_key_rotation/pending/authorization.json");
        JsonObject authorization = JsonParser.parseString(Files.readString(signed)).getAsJsonObject();
        JsonObject invalidation = authorization.getAsJsonObject("invalidation");
        String signature = invalidation.get("signature").getAsString();
        invalidation.addProperty("signature",
                signature.substring(0, 127) + (signature.endsWith("0") ? "1" : "0"));
        Files.writeString(signed, authorization.toString());

        Shell.Answer red = shell.type("rotate --step update --project P").is(3);
        sentence(red, "The chip refused Verify(invalidate) on slot 14");
        assertFalse(red.out().contains("Rotating Public Key"), red.out());
        assertTrue(shell.type("trace --last 5").is(0).out().contains("Verify(invalidate) slot 14"));

        shell.type("rotate --step authorize --project P").is(0);
        shell.type("rotate --step update --project P").is(0);
    }

    @Test
    void whatTheDeviceIsNotReadyForIsThree() {
        sentence(shell.type("rotate --step authorize --project P").is(3), "Run step 1 (generate) first.");
        shell.type("rotate --step generate --project P").is(0);
        shell.type("rotate --step authorize --project P").is(0);
    }

    @Test
    void anotherElementThanTheProjectsIsThreeUnlessAdopted() {
        shell.type("simulator create other").is(0);
        sentence(shell.type("resources --board sim:other --project P").is(3), "--adopt");
        sentence(shell.type("rotate --board sim:other --project P").is(3), "Choose the other board");
        shell.type("resources --board sim:other --project P --adopt").is(0);
        shell.type("rotate --board sim:other --project P").is(0);
    }

    @Test
    void anUnknownBoardIsFourAndTheOthersAreListed() {
        sentence(shell.type("rotate --board sim:dmeo --project P").is(4), "demo");
        sentence(shell.type("simulator delete dmeo").is(4), "demo");
        shell.type("rotate --board sim:demo --project P").is(0);
    }

    @Test
    void noBoardAtAllIsFour() {
        shell.type("simulator delete demo").is(0);
        sentence(shell.type("slots").is(4), "simulator create");
        assertTrue(shell.type("boards").is(0).out().contains("trustflex simulator create demo"));
    }

    @Test
    void twoBoardsThatMatchAreListedAndNothingIsDone() throws Exception {
        shell.type("simulator create second").is(0);
        Map<String, byte[]> before = files("P");
        Shell.Answer answer = shell.type("rotate --project P").is(2);
        sentence(answer, "sim:demo");
        sentence(answer, "\n  sim:second  ATECC608B-TFLXTLS 0123");
        assertUnchanged(before, files("P"));
        shell.type("rotate --board demo --project P").is(0);
    }

    @Test
    void aBoardIsFoundByItsSerialNumberToo() {
        String serial = shell.type("boards --json").json().getAsJsonArray().get(0).getAsJsonObject()
                .get("serialNumber").getAsString();
        shell.type("simulator create second").is(0);
        shell.type("rotate --project P --board " + serial).is(0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "slot_13_ecc_key_pair.pem", "device.json" })
    void aDamagedFileIsFive(String name) throws Exception {
        byte[] good = Files.readAllBytes(shell.resource(name));
        Files.writeString(shell.resource(name), "not what it was");
        sentence(shell.type("rotate --project P").is(5), name);
        Files.write(shell.resource(name), good);
        shell.type("rotate --project P").is(0);
    }

    @Test
    void aBoardIsKeptInAFileAndComesBack() throws Exception {
        String before = shell.type("slots --board demo --json").is(0).out();
        shell.type("simulator snapshot demo kept").is(0);
        sentence(shell.type("simulator snapshot demo kept").is(5), "Choose another name");
        shell.type("simulator reset demo").is(0);
        assertNotEquals(before, shell.type("slots --board demo --json").is(0).out());
        assertTrue(shell.type("simulator restore demo kept").is(0).out().contains("Restored sim:demo"));
        assertEquals(before, shell.type("slots --board demo --json").is(0).out());
        shell.type("simulator create other").is(0);
        sentence(shell.type("simulator restore other kept").is(2), "serial number");
        sentence(shell.type("simulator restore demo home/boards/demo/board.json").is(5), "no snapshot");
        sentence(shell.type("simulator restore none kept").is(4), "demo");
    }

    @Test
    void aFaultHappensInTheNextRunAndTheOneAfterItCompletes() {
        assertTrue(shell.type("simulator fault demo cut-after-write=2 delay-reply=400").is(0).out()
                .contains("sim:demo, when it has power next: cut-after-write=2, delay-reply=400"));
        // Each step opens the board anew, so that the rotation gets over it by itself.
        assertTrue(shell.type("rotate --project P").is(0).out().contains("power of the board sim:demo was cut"));
        assertFalse(shell.type("rotate --project P").is(0).out().contains("cut"));
        sentence(shell.type("simulator fault demo burn=1").is(2), "other-serial-at-reply");
        sentence(shell.type("simulator fault none drop-reply=1").is(4), "demo");
        shell.type("simulator fault demo other-serial-at-reply=1").is(0);
        sentence(shell.type("rotate --project P").is(3), "Choose the other board");
        shell.type("simulator fault demo drop-reply=3").is(0);
        shell.type("simulator fault demo").is(0);
        shell.type("rotate --project P").is(0);
    }

    @Test
    void aFolderThatIsNoProjectIsFive() {
        sentence(shell.type("rotate --project nowhere").is(5), "project.trustflex");
        assertFalse(Files.exists(shell.file("nowhere")));
    }

    @Test
    void aDamagedBoardIsFiveAndCanBeDeleted() throws Exception {
        Files.writeString(shell.home().resolve("boards/demo/board.json"), "{");
        sentence(shell.type("rotate --board sim:demo --project P").is(5), "board.json");
        sentence(shell.type("boards").is(0), "board.json");
        shell.type("simulator delete demo").is(0);
    }

    /** PEERS A.2: a forged authority signature turns the step red instead of green. */
    @Test
    void aForeignAuthorityIsFiveAndNothingIsChanged() throws Exception {
        shell.type("simulator create foreign").is(0);
        shell.type("resources --board sim:foreign --project Q").is(0);
        shell.type("rotate --step generate --board sim:demo --project P").is(0);
        byte[] authority = Files.readAllBytes(shell.resource("slot_13_ecc_key_pair.pem"));
        Files.copy(shell.file("Q/00_resource_generation/slot_13_ecc_key_pair.pem"),
                shell.resource("slot_13_ecc_key_pair.pem"), StandardCopyOption.REPLACE_EXISTING);
        Map<String, byte[]> before = files("P");
        String slots = shell.type("slots --board sim:demo --json").is(0).out();

        for (String step : new String[] { "", "--step authorize", "--step update" }) {
            Shell.Answer answer = shell.type("rotate --board sim:demo --project P " + step).is(5);
            sentence(answer, "is not the one in slot 13");
            assertEquals("", answer.out());
        }
        assertUnchanged(before, files("P"));
        assertEquals(slots, shell.type("slots --board sim:demo --json").out());

        Files.write(shell.resource("slot_13_ecc_key_pair.pem"), authority);
        shell.type("rotate --board sim:demo --project P").is(0);
    }

    @Test
    void ctrlCStopsBeforeTheNextStep() throws Exception {
        Map<String, byte[]> before = files("P");
        shell.interrupt();
        sentence(shell.type("rotate --project P").is(130), "Stopped as asked");
        assertUnchanged(before, files("P"));
    }

    @Test
    void aStackTraceIsForWhoAsksForIt() {
        assertTrue(shell.type("rotate --board sim:none --project P --debug").is(4).err().contains("\tat "));
        shell.with("TRUSTFLEX_DEBUG", "1");
        assertTrue(shell.type("rotate --board sim:none --project P").is(4).err().contains("\tat "));
    }

    /** The files that matter below a folder, with their content. */
    private Map<String, byte[]> files(String below) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(shell.file(below))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static void assertUnchanged(Map<String, byte[]> before, Map<String, byte[]> after) {
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, content) -> assertArrayEquals(content, after.get(name), name));
    }
}
