package org.trustflex.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many lines a source file has. */
final class SourceLength {

    /** Lines; the longest that a file of the house may be. */
    static final int LONGEST = 400;

    private SourceLength() {
    }

    static long of(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new AssertionError(source + " can't be read: " + unreadable, unreadable);
        }
    }
}
