package org.trustflex.ui.firmware;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String build_console;
    public static String firmware_job;
    public static String firmware_noProject;
    public static String firmware_title;

    static {
        NLS.initializeMessages("org.trustflex.ui.firmware.messages", Messages.class);
    }

    private Messages() {
    }
}
