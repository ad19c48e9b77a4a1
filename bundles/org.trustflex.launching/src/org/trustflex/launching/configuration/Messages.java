package org.trustflex.launching.configuration;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    static String board_other;
    static String board_unbound;
    static String certificates_unknown;
    static String resources_nothing;
    static String rotation_unknownStep;
    static String title_resources;
    static String title_rotation;

    static {
        NLS.initializeMessages("org.trustflex.launching.configuration.messages", Messages.class);
    }

    private Messages() {
    }
}
