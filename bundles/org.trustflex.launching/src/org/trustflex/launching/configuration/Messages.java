package org.trustflex.launching.configuration;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String board_other;
    public static String board_unbound;
    public static String certificates_unknown;
    public static String firmware_outside;
    public static String firmware_seconds;
    public static String firmware_unknownVia;
    public static String resources_nothing;
    public static String rotation_unknownStep;
    public static String title_firmware;
    public static String title_resources;
    public static String title_rotation;

    static {
        NLS.initializeMessages("org.trustflex.launching.configuration.messages", Messages.class);
    }

    private Messages() {
    }
}
