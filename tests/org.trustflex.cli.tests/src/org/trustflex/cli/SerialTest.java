package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A board on a serial port, by way of jSerialComm and its own native library. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "a pseudo terminal is where others look for a serial port")
@Timeout(120)
class SerialTest {

    private static final String SERIAL = "0123F51D0000002A01";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        shell.type("simulator create demo --serial " + SERIAL).is(0);
    }

    @Test
    void itIsEnumeratedProvisionedAndRotated() throws Exception {
        try (FakePort port = FakePort.serial(shell, "demo", Integer.MAX_VALUE)) {
            String board = " --board serial:" + port.name();
            assertTrue(shell.type("slots" + board).is(0).out().contains(SERIAL));
            shell.type("resources --project P" + board).is(0);
            shell.type("rotate --project P" + board).is(0);
        }
        String state = shell.type("slots --board sim:demo --project P --json").is(0).json().getAsJsonArray().get(14)
                .getAsJsonObject().getAsJsonObject("project").get("result").getAsString();
        assertEquals("matches", state);
    }

    @Test
    void whenItIsUnpluggedInTheMiddleThatIsSaidAndTheNextRunCompletes() throws Exception {
        try (FakePort port = FakePort.serial(shell, "demo", 60)) {
            Shell.Answer answer = shell.type("resources --project P --board serial:" + port.name()).is(4);
            assertTrue(answer.err().contains(port.name()) && answer.err().contains("unplugged"), answer.err());
        }
        try (FakePort port = FakePort.serial(shell, "demo", Integer.MAX_VALUE)) {
            shell.type("resources --project P --board serial:" + port.name()).is(0);
        }
        try (FakePort port = FakePort.serial(shell, "demo", 60)) {
            Shell.Answer answer = shell.type("rotate --project P --board serial:" + port.name()).is(4);
            assertTrue(answer.err().contains("unplugged"), answer.err());
        }
        shell.type("rotate --project P --board sim:demo").is(0);
    }
}
