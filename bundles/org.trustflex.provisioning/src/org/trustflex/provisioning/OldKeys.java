package org.trustflex.provisioning;

import java.nio.file.Path;
import java.util.HexFormat;

import org.trustflex.atecc.host.Sha256;

/**
 * Where every key file goes before another takes its place. Nothing is ever deleted from there: a key that a device may
 * still hold must not be lost.
 */
public final class OldKeys {

    private static final String FOLDER = "old";
    private static final int NAME_DIGITS = 16;

    private final Project project;

    /** The old keys of a project. */
    public OldKeys(Project project) {
        this.project = project;
    }

    /** The folder of the old keys. */
    public Path folder() {
        return project.rotationFolder().resolve(FOLDER);
    }

    /** Keeps a copy of a key file, if there is one. The name tells the content, so that keeping it twice is harmless. */
    public void keep(DurableFile file) throws BadFile {
        if (!file.exists()) {
            return;
        }
        byte[] content = file.read();
        String digest = HexFormat.of().formatHex(Sha256.of(content)).substring(0, NAME_DIGITS);
        String name = file.path().getFileName().toString();
        int dot = name.lastIndexOf('.');
        DurableFile copy = project.privateRotationFile(FOLDER,
                name.substring(0, dot) + "-" + digest + name.substring(dot));
        if (!copy.exists()) {
            copy.write(content);
        }
    }
}
