package org.trustflex.launching.problems;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    static String certificate_expired;
    static String key_readable;
    static String manifest_stale;
    static String resource_missing;
    static String secret_tracked;

    static {
        NLS.initializeMessages("org.trustflex.launching.problems.messages", Messages.class);
    }

    private Messages() {
    }
}
