package org.trustflex.ui.boards;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String choose_create;
    public static String choose_line;
    public static String choose_noProject;
    public static String choose_none;
    public static String choose_one;
    public static String choose_purpose;
    public static String choose_searching;
    public static String choose_title;
    public static String create_job;
    public static String create_prompt;
    public static String create_title;
    public static String delete_button;
    public static String delete_job;
    public static String delete_question;
    public static String delete_title;
    public static String element;
    public static String empty;
    public static String heldBy;
    public static String inUse;
    public static String kitGone;
    public static String locked;
    public static String powerCut_job;
    public static String reset_button;
    public static String reset_job;
    public static String reset_question;
    public static String reset_title;
    public static String unlocked;
    public static String use_confirm;
    public static String use_noProject;
    public static String use_title;
    public static String use_which;

    static {
        NLS.initializeMessages("org.trustflex.ui.boards.messages", Messages.class);
    }

    private Messages() {
    }
}
