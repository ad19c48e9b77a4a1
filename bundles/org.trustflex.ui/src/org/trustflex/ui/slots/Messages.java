package org.trustflex.ui.slots;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String certificate_none;
    public static String certificate_unknown;
    public static String column_bit;
    public static String column_bits;
    public static String column_device;
    public static String column_meaning;
    public static String column_policy;
    public static String column_project;
    public static String column_purpose;
    public static String column_slot;
    public static String column_state;
    public static String column_value;
    public static String details_device;
    public static String details_file;
    public static String details_lock;
    public static String details_noFile;
    public static String details_none;
    public static String details_policy;
    public static String details_proven;
    public static String details_title;
    public static String details_unreadable;
    public static String empty_noBoard;
    public static String empty_problem;
    public static String empty_reading;
    public static String empty_unread;
    public static String export_job;
    public static String export_title;
    public static String file_compared;
    public static String file_missing;
    public static String file_proven;
    public static String header;
    public static String header_noProject;
    public static String header_problem;
    public static String header_project;
    public static String header_reading;
    public static String job_chain;
    public static String job_compare;
    public static String lock_button;
    public static String lock_job;
    public static String lock_purpose;
    public static String lock_question;
    public static String lock_title;
    public static String purpose;
    public static String state_locked;
    public static String tab_certificate;
    public static String tab_content;
    public static String tab_policy;
    public static String tab_summary;

    static {
        NLS.initializeMessages("org.trustflex.ui.slots.messages", Messages.class);
    }

    private Messages() {
    }
}
