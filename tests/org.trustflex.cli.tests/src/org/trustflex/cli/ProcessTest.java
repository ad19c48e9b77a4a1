package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a shell sees it: a process with streams and an exit code. */
@Timeout(120)
class ProcessTest {

    @TempDir
    Path folder;

    @Test
    void outputErrorsAndExitCodeReachTheShell() throws Exception {
        Shell shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        try (Program good = Program.start(shell, "simulator", "list")) {
            assertEquals(0, good.exitCode());
            good.line();
            assertTrue(good.line().orElseThrow().startsWith("sim:demo"));
            assertEquals("", good.errors());
        }
        try (Program bad = Program.start(shell, "rotate", "--board", "sim:none", "--project", "P")) {
            assertEquals(4, bad.exitCode());
            assertTrue(bad.line().isEmpty());
            assertTrue(bad.errors().startsWith("There is no simulated board \"none\""));
        }
    }
}
