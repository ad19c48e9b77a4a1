package org.trustflex.launching.problems;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String authority_differs;
    public static String certificate_expired;
    public static String firmwareData_missing;
    public static String firmwareData_stale;
    public static String key_readable;
    public static String manifest_stale;
    public static String resource_missing;
    public static String secret_tracked;

    static {
        NLS.initializeMessages("org.trustflex.launching.problems.messages", Messages.class);
    }

    private Messages() {
    }
}
