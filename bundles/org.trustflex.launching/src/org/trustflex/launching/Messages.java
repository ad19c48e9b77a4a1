package org.trustflex.launching;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String creation_name;
    public static String creation_remote;
    public static String creation_taken;
    public static String creation_title;
    public static String project_closed;
    public static String project_missing;
    public static String project_none;

    static {
        NLS.initializeMessages("org.trustflex.launching.messages", Messages.class);
    }

    private Messages() {
    }
}
