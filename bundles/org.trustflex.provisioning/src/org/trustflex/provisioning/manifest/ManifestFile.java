package org.trustflex.provisioning.manifest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.trustflex.certificates.manifest.MalformedManifest;
import org.trustflex.certificates.manifest.Manifest;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.FileAccess;

/**
 * A manifest on disk.
 *
 * @param path where it is
 */
public record ManifestFile(Path path) {

    /** The name of a project's manifest. */
    public static final String NAME = "TFLXTLS_devices_manifest.json";

    /** Room for some ten thousand devices. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private DurableFile file() {
        return new DurableFile(path, FileAccess.SHARED);
    }

    /** Whether the file is there. */
    public boolean exists() {
        return file().exists();
    }

    /** Reads a manifest that must be there. */
    public Manifest read() throws BadFile {
        try {
            return Manifest.parse(new String(file().read(LARGEST), StandardCharsets.UTF_8));
        } catch (MalformedManifest damaged) {
            throw new BadFile(path, Messages.text("file.damaged", path, damaged.getMessage()), damaged);
        }
    }

    /** Replaces or creates the file. */
    public void write(Manifest manifest) throws BadFile {
        file().writeText(manifest.text());
    }
}
