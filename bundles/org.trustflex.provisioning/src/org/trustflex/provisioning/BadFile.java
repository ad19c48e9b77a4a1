package org.trustflex.provisioning;

import java.nio.file.Path;

/** A file is missing, unreadable, damaged, or does not belong to the device. Nothing was written to it. */
public final class BadFile extends ProvisioningException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /** @param message what was seen, what it means and what to do; it names the file */
    public BadFile(Path file, String message) {
        super(message);
        this.file = file.toString();
    }

    /** @param message what was seen, what it means and what to do; it names the file */
    public BadFile(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file.toString();
    }

    /** The file's path. */
    public String file() {
        return file;
    }
}
