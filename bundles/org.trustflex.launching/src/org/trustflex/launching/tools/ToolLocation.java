package org.trustflex.launching.tools;

import java.nio.file.Path;

/** What is known about the place of a tool. */
public sealed interface ToolLocation {

    /**
     * The tool is there.
     *
     * @param program the program's absolute path
     */
    record Found(Path program) implements ToolLocation {
    }

    /**
     * The tool can't be used.
     *
     * @param sentence what was seen and what to do
     */
    record Unusable(String sentence) implements ToolLocation {
    }
}
