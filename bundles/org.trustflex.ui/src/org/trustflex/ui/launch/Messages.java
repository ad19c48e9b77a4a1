package org.trustflex.ui.launch;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String board_bound;
    public static String board_looking;
    public static String board_noElement;
    public static String board_noSerial;
    public static String board_pin;
    public static String board_pinned;
    public static String board_unbound;
    public static String certificates_custom;
    public static String certificates_delivered;
    public static String certificates_none;
    public static String firmware_build;
    public static String firmware_direct;
    public static String firmware_factoryReset;
    public static String firmware_image;
    public static String firmware_imageHint;
    public static String firmware_imageMissing;
    public static String firmware_ipe;
    public static String firmware_noImage;
    public static String firmware_openOcd;
    public static String firmware_seconds;
    public static String firmware_via;
    public static String firmware_wait;
    public static String manifest_generate;
    public static String other_question;
    public static String other_title;
    public static String other_yes;
    public static String project_browse;
    public static String project_title;
    public static String project_which;
    public static String resources_generate;
    public static String resources_newKeys;
    public static String resources_nothing;
    public static String rotation_all;
    public static String rotation_chosen;
    public static String rotation_none;
    public static String tab_board;
    public static String tab_name;
    public static String tab_project;
    public static String tab_what;

    static {
        NLS.initializeMessages("org.trustflex.ui.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
