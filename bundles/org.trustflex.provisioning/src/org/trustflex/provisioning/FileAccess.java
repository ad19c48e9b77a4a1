package org.trustflex.provisioning;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read a file or folder that the project writes. */
public enum FileAccess {
    /** Secrets: the owner alone. */
    PRIVATE("rw-------", "rwx------"),
    /** Everything else: as other files. */
    SHARED("rw-r--r--", "rwxr-xr-x");

    private final Set<PosixFilePermission> file;
    private final Set<PosixFilePermission> folder;

    FileAccess(String file, String folder) {
        this.file = PosixFilePermissions.fromString(file);
        this.folder = PosixFilePermissions.fromString(folder);
    }

    FileAttribute<Set<PosixFilePermission>> forFile() {
        return PosixFilePermissions.asFileAttribute(file);
    }

    FileAttribute<Set<PosixFilePermission>> forFolder() {
        return PosixFilePermissions.asFileAttribute(folder);
    }
}
