package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.cli.Shell.Answer;

/** The firmware from the shell: laid down, built, flashed, judged, and replaced by the kit program again. */
class FirmwareTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder).with("PATH", System.getenv().getOrDefault("PATH", ""));
    }

    @Test
    void theFirmwareIsLaidDownAndTheUsersChangesStay() throws Exception {
        assertTrue(shell.type("firmware create --project P").is(0).out().contains("Build it with \"firmware build\""));
        Files.writeString(folder.resolve("P/firmware/src/main.c"), "// mine\n");
        Answer again = shell.type("firmware create --project P").is(0);
        assertTrue(again.out().contains("src/main.c is there and differs"), again.out());
        assertTrue(Files.readString(folder.resolve("P/firmware/src/main.c")).equals("// mine\n"));
    }

    @Test
    void buildingWithoutResourcesSaysToRunThemFirst() {
        shell.type("firmware create --project P").is(0);
        Answer early = shell.type("firmware build --project P");
        Assumptions.assumeFalse(early.err().contains("was not found"), early.err());
        assertTrue(early.is(3).err().contains("public_key_rotation.h is missing")
                && early.err().contains("trustflex resources"), early.err());
    }

    @Test
    void aBuildNamesTheImageAndItsSize() {
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
        shell.type("firmware create --project P").is(0);
        Answer built = shell.type("firmware build --project P");
        Assumptions.assumeTrue(built.code() != 5 || !built.err().contains("was not found"),
                built.err());
        built.is(0);
        assertTrue(built.out().contains("bytes of flash") && Files.isRegularFile(folder.resolve(
                "P/firmware/build/pub_key_rotate.hex")), built.out());
    }

    @Test
    void withoutACompilerItSaysHowToInstallOne() {
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
        shell.type("firmware create --project P").is(0);
        Answer none = shell.with("PATH", folder.toString()).type("firmware build --project P").is(5);
        assertTrue(none.err().contains("sudo apt install gcc-arm-none-eabi"), none.err());
    }

    @Test
    void errorsInTheSourcesAreThoseOfTheCompiler() throws Exception {
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
        shell.type("firmware create --project P").is(0);
        Files.writeString(folder.resolve("P/firmware/src/led.c"), "int\n");
        Answer failed = shell.type("firmware build --project P").is(5);
        assertTrue(failed.err().contains("The firmware was not built") || failed.err().contains("was not found"),
                failed.err());
    }

    /** A board, a project with resources, and its firmware, built; skips the test without a compiler. */
    private void build() {
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
        shell.type("firmware create --project P").is(0);
        Answer built = shell.type("firmware build --project P");
        Assumptions.assumeFalse(built.err().contains("was not found"), built.err());
        built.is(0);
    }

    @Test
    void theFirmwareIsFlashedJudgedAndReplacedByTheKitAgain() {
        build();
        shell.type("rotate --board sim:demo --project P").is(0);
        shell.type("rotate --step generate --board sim:demo --project P").is(0);
        shell.type("rotate --step authorize --board sim:demo --project P").is(0);
        shell.type("firmware build --project P").is(0);
        Answer flashed = shell.type("firmware flash --board sim:demo --project P").is(0);
        assertTrue(flashed.err().startsWith("The kit program on sim:demo will be gone"), flashed.err());
        assertTrue(flashed.out().contains("Execution completed with status 00\n"), flashed.out());
        assertTrue(flashed.out().contains("The firmware says that it succeeded, and the LED agrees: 1.0 blinks"),
                flashed.out());
        assertTrue(flashed.err().contains("trustflex factory-reset --board sim:demo"), flashed.err());
        shell.type("slots --board sim:demo").is(4);
        Answer reset = shell.type("factory-reset --board sim:demo").is(0);
        assertTrue(reset.out().contains("The kit program is back on sim:demo."), reset.out());
        Answer closed = shell.type("rotate --board sim:demo --project P").is(0);
        assertTrue(closed.out().contains("An interrupted rotation was finished."), closed.out());
    }

    @Test
    void anImageThatReportsFailureGivesExitCodeThree() throws Exception {
        build();
        Path header = folder.resolve("P/00_resource_generation/public_key_rotation_device.h");
        Files.writeString(header, Files.readString(header).replaceFirst("0x01", "0x02"));
        shell.type("firmware build --project P").is(0);
        Answer failed = shell.type("firmware flash --board sim:demo --project P --via direct --console 4").is(3);
        assertTrue(failed.out().contains("Execution completed with status E4"), failed.out());
        assertTrue(failed.out().contains("The firmware reports failure: status E4, LED: 5.0 blinks"), failed.out());
    }

    @Test
    void aDamagedImageIsRefusedBeforeAnythingIsErased() throws Exception {
        shell.type("simulator create demo").is(0);
        Files.writeString(folder.resolve("bad.hex"), ":0000000100\n");
        shell.type("firmware flash --board sim:demo --image bad.hex").is(5);
        shell.type("slots --board sim:demo").is(0);
    }

    @Test
    void whatWasNotBuiltIsSaidWithTheCommandThatBuildsIt() {
        shell.type("simulator create demo").is(0);
        shell.type("firmware create --project P").is(0);
        Answer none = shell.type("firmware flash --board sim:demo --project P").is(3);
        assertTrue(none.err().contains("trustflex firmware build"), none.err());
    }

    @Test
    void withoutOpenOcdItSaysHowToInstallIt() throws Exception {
        shell.type("simulator create demo").is(0);
        Files.writeString(folder.resolve("one.hex"), ":0100000000FF\n:00000001FF\n");
        Answer none = shell.with("PATH", folder.toString())
                .type("firmware flash --board sim:demo --image one.hex --via openocd").is(5);
        assertTrue(none.err().contains("sudo apt install openocd"), none.err());
    }

    @Test
    void theConsoleShowsWhatTheProgramPrintsUntilCtrlC() {
        build();
        shell.type("firmware flash --board sim:demo --project P").is(0);
        Answer console = shell.typeUntil("Execution completed with status 00", "console --board sim:demo").is(0);
        assertTrue(console.err().startsWith("The console of sim:demo, which runs firmware pub_key_rotate.hex"),
                console.err());
        assertTrue(console.out().startsWith("Device revision:\n00 00 60 03\n"), console.out());
    }
}
