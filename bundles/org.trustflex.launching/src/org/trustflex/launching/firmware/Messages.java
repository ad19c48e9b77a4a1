package org.trustflex.launching.firmware;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String build_begins;
    public static String build_failed;
    public static String build_noFirmware;
    public static String debug_openOcd;
    public static String debug_openOcdFailed;
    public static String debug_ready;
    public static String flash_kitGone;
    public static String flash_stopped;
    public static String message_elsewhere;
    public static String tool_missing;

    static {
        NLS.initializeMessages("org.trustflex.launching.firmware.messages", Messages.class);
    }

    private Messages() {
    }
}
