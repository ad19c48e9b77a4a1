package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.launching.tools.Tool;
import org.trustflex.launching.tools.ToolLocation;
import org.trustflex.launching.tools.ToolLocations;

/** Tools are found where they are, and where they are not it is said how to get them. */
class ToolLocationsTest {

    @TempDir
    private Path first;
    @TempDir
    private Path second;

    @Test
    void theFirstFolderWinsAndTheBetterNameWinsOverTheFirstFolder() throws IOException {
        Path other = program(first, "gdb-multiarch");
        assertEquals(new ToolLocation.Found(other), linux().of(Tool.DEBUGGER, ""));
        Path own = program(second, "arm-none-eabi-gdb");
        assertEquals(new ToolLocation.Found(own), linux().of(Tool.DEBUGGER, " "));
        Path nearer = program(first, "arm-none-eabi-gdb");
        assertEquals(new ToolLocation.Found(nearer), linux().of(Tool.DEBUGGER, ""));
    }

    @Test
    void windowsProgramsHaveAnEnding() throws IOException {
        Path program = program(first, "openocd.exe");
        assertEquals(new ToolLocation.Found(program),
                new ToolLocations(List.of(first), List.of(".exe", ".bat")).of(Tool.OPENOCD, ""));
    }

    @Test
    void whatCanNotBeRunOrIsAFolderIsNotFound() throws IOException {
        Files.createFile(first.resolve("openocd"));
        Files.createDirectory(second.resolve("openocd"));
        assertTrue(sentence("").startsWith("Not found. Install OpenOCD"), sentence(""));
        assertEquals(
                first.resolve("openocd")
                        + " is no program that can be run. Choose another file, or allow it to be run.",
                sentence(first.resolve("openocd").toString()));
    }

    @Test
    void aChosenPathIsAbsoluteAndAFile() {
        assertTrue(sentence("openocd").startsWith("openocd is no absolute path."), sentence("openocd"));
        assertTrue(sentence(first.toString()).startsWith("There is no file"), sentence(first.toString()));
        assertTrue(sentence("\0").startsWith("There is no file"), sentence("\0"));
    }

    private ToolLocations linux() {
        return new ToolLocations(List.of(first, second), List.of(""));
    }

    private String sentence(String chosen) {
        return assertInstanceOf(ToolLocation.Unusable.class, linux().of(Tool.OPENOCD, chosen)).sentence();
    }

    private static Path program(Path folder, String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
