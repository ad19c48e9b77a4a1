package org.trustflex.ui.transactions;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String column_command;
    public static String column_device;
    public static String column_host;
    public static String column_number;
    public static String column_reason;
    public static String column_slot;
    public static String column_status;
    public static String column_took;
    public static String count_all;
    public static String count_some;
    public static String details_none;
    public static String details_reason;
    public static String details_redacted;
    public static String details_reply;
    public static String details_request;
    public static String details_slot;
    public static String details_times;
    public static String details_why;
    public static String empty_noBoard;
    public static String empty_noCommands;
    public static String empty_noRecord;
    public static String filter_anySlot;
    public static String filter_refused;
    public static String filter_slot;
    public static String filter_text;
    public static String filter_tip;
    public static String find_noRefused;
    public static String find_none;
    public static String find_text;
    public static String find_tip;
    public static String job_clear;
    public static String job_follow;
    public static String save_job;
    public static String save_title;
    public static String sequence_board;
    public static String sequence_element;
    public static String sequence_host;
    public static String status;

    static {
        NLS.initializeMessages("org.trustflex.ui.transactions.messages", Messages.class);
    }

    private Messages() {
    }
}
