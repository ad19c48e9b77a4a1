package org.trustflex.firmware.build;

import java.nio.file.Path;

/**
 * What the compiler or the linker says about a place in a file.
 *
 * @param file     the file, absolute
 * @param line     from 1 on, 0 if it is about no line
 * @param column   from 1 on, 0 if it is about the whole line
 * @param severity how bad it is
 * @param message  what it says, with the option that turned the warning on, such as "[-Wshadow]"
 */
public record CompilerMessage(Path file, int line, int column, Severity severity, String message) {

    /** How bad it is. */
    public enum Severity {
        /** Nothing is built. */
        ERROR,
        /** It is built. */
        WARNING,
        /** It belongs to the message before it. */
        NOTE
    }
}
