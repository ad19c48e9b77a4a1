package org.trustflex.ui.picture;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String empty_gone;
    public static String empty_noBoard;
    public static String empty_noChoice;
    public static String empty_searching;
    public static String job_leave;
    public static String kit;
    public static String led_blinks;
    public static String led_off;
    public static String led_on;
    public static String noProgram;
    public static String part_board;
    public static String part_debugger;
    public static String part_noProgram;
    public static String part_power;
    public static String part_reset;
    public static String part_status;
    public static String running;
    public static String stopped;

    static {
        NLS.initializeMessages("org.trustflex.ui.picture.messages", Messages.class);
    }

    private Messages() {
    }
}
