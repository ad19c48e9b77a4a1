package org.trustflex.ui.mcu;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String console_name;
    public static String console_off;
    public static String console_on;
    public static String factory_button;
    public static String factory_done;
    public static String factory_question;
    public static String factory_title;
    public static String job_factory;
    public static String job_powerCut;
    public static String job_reset;
    public static String job_run;
    public static String job_stop;
    public static String noBoard;
    public static String noBoard_title;
    public static String notRunning;
    public static String reconnect;
    public static String reconnect_job;
    public static String run_kit;
    public static String save;
    public static String save_job;

    static {
        NLS.initializeMessages("org.trustflex.ui.mcu.messages", Messages.class);
    }

    private Messages() {
    }
}
