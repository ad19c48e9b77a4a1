package org.trustflex.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String boards_description;
    public static String boards_folder;
    public static String boards_noFolder;
    public static String boards_own;
    public static String boards_readOnly;
    public static String boards_relative;
    public static String browse;
    public static String link_colors;
    public static String link_tools;
    public static String tools_compiler;
    public static String tools_debugger;
    public static String tools_description;
    public static String tools_found;
    public static String tools_mplabIpe;
    public static String tools_openocd;
    public static String tools_search;

    static {
        NLS.initializeMessages("org.trustflex.ui.preferences.messages", Messages.class);
    }

    private Messages() {
    }
}
