package org.trustflex.launching.headless;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String run_failed;
    public static String run_noFile;
    public static String run_noProject;
    public static String run_stuck;
    public static String run_unreadable;
    public static String run_usage;

    static {
        NLS.initializeMessages("org.trustflex.launching.headless.messages", Messages.class);
    }

    private Messages() {
    }
}
