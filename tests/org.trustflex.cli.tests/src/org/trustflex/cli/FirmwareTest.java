package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.cli.Shell.Answer;

/** The firmware from the shell: laid down, built. */
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
}
