package org.trustflex.launching.headless;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    static String run_failed;
    static String run_noFile;
    static String run_noProject;
    static String run_unreadable;
    static String run_usage;

    static {
        NLS.initializeMessages("org.trustflex.launching.headless.messages", Messages.class);
    }

    private Messages() {
    }
}
