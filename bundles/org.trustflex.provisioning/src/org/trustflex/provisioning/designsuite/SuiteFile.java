package org.trustflex.provisioning.designsuite;

import java.nio.file.Path;

/**
 * A file of the Design Suite that becomes part of a project.
 *
 * @param path where it is
 * @param kind what it is
 */
public record SuiteFile(Path path, SuiteFileKind kind) {

    /** The name alone, which stays. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
