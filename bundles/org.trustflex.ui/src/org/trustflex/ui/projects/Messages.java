package org.trustflex.ui.projects;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String board_existing;
    public static String board_group;
    public static String board_later;
    public static String board_name;
    public static String board_none;
    public static String board_simulated;
    public static String import_browse;
    public static String import_browseMessage;
    public static String import_checking;
    public static String import_choose;
    public static String import_folder;
    public static String import_heading;
    public static String import_job;
    public static String import_message;
    public static String import_title;
    public static String nature_job;
    public static String new_firmware;
    public static String new_heading;
    public static String new_message;
    public static String new_title;
    public static String project_name;
    public static String summary_copies;
    public static String summary_device;
    public static String summary_existing;
    public static String summary_firmware;
    public static String summary_folder;
    public static String summary_later;
    public static String summary_message;
    public static String summary_private;
    public static String summary_simulated;
    public static String summary_title;

    static {
        NLS.initializeMessages("org.trustflex.ui.projects.messages", Messages.class);
    }

    private Messages() {
    }
}
