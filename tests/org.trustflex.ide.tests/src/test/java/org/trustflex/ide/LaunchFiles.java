package org.trustflex.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Launch configurations as the IDE saves them. */
final class LaunchFiles {

    private LaunchFiles() {
    }

    /** Writes a configuration that rotates the key of a project of this name. */
    static void rotation(Path file, String projectName) throws IOException {
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <launchConfiguration type="org.trustflex.launching.rotation">
                    <stringAttribute key="org.trustflex.launching.PROJECT" value="%s"/>
                </launchConfiguration>
                """.formatted(projectName));
    }
}
