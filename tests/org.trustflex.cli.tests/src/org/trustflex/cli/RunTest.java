package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launch configurations need Eclipse. Whoever started this program without the script that starts it learns how. */
class RunTest {

    @TempDir
    Path folder;

    @Test
    void theScriptThatRunsLaunchFilesIsNamedReadyToBeTyped() {
        Shell shell = new Shell(folder);
        String all = shell.type("run my/rotate.launch --board demo").is(2).err();
        assertTrue(all.contains(": releng/trustflex run my/rotate.launch --board demo\n"), all);
        String file = shell.type("run my/rotate.launch").is(2).err();
        assertTrue(file.contains(": releng/trustflex run my/rotate.launch\n"), file);
    }

    @Test
    void aFileMustBeGiven() {
        assertEquals("Missing required parameter: 'FILE.launch'",
                new Shell(folder).type("run").is(2).err().lines().findFirst().orElseThrow());
    }
}
