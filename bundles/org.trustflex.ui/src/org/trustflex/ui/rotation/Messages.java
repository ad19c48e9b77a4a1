package org.trustflex.ui.rotation;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String asAbove;
    public static String empty;
    public static String keys;
    public static String link_transactions;
    public static String link_why;
    public static String noBoard;
    public static String noKey;
    public static String noNewKey;
    public static String reading;
    public static String rotate;
    public static String running;
    public static String slot;
    public static String slot_state;
    public static String slot_unread;
    public static String state;
    public static String step_authorize;
    public static String step_generate;
    public static String step_update;
    public static String step_verify;
    public static String subject;

    static {
        NLS.initializeMessages("org.trustflex.ui.rotation.messages", Messages.class);
    }

    private Messages() {
    }
}
