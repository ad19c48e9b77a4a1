package org.trustflex.launching;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    static String project_closed;
    static String project_missing;
    static String project_none;

    static {
        NLS.initializeMessages("org.trustflex.launching.messages", Messages.class);
    }

    private Messages() {
    }
}
