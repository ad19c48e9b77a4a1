package org.trustflex.certificates.manifest;

/** What was given as a manifest is none. The message is a sentence that says where. */
public final class MalformedManifest extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedManifest(String message) {
        super(message);
    }

    MalformedManifest(String message, Throwable cause) {
        super(message, cause);
    }
}
