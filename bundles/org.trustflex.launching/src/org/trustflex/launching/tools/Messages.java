package org.trustflex.launching.tools;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String install_COMPILER;
    public static String install_DEBUGGER;
    public static String install_MPLAB_IPE;
    public static String install_OPENOCD;
    public static String tool_missing;
    public static String tool_notExecutable;
    public static String tool_relative;

    static {
        NLS.initializeMessages("org.trustflex.launching.tools.messages", Messages.class);
    }

    private Messages() {
    }
}
