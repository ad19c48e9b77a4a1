package org.trustflex.ui.operations;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String certificates_choose;
    public static String certificates_custom;
    public static String certificates_delivered;
    public static String certificates_description;
    public static String certificates_outcome;
    public static String certificates_window;
    public static String look_held;
    public static String look_noElement;
    public static String look_title;
    public static String manifest_description;
    public static String manifest_outcome;
    public static String manifest_window;
    public static String organization_count;
    public static String organization_device;
    public static String organization_devices;
    public static String organization_label;
    public static String organization_none;
    public static String organization_root;
    public static String organization_signer;
    public static String project_none;
    public static String project_title;
    public static String project_which;
    public static String resources_description;
    public static String resources_newKeys;
    public static String resources_outcome;
    public static String resources_window;
    public static String rotation_description;
    public static String rotation_outcome;
    public static String rotation_window;
    public static String summary_adopt;
    public static String summary_again;
    public static String summary_board;
    public static String summary_element;
    public static String summary_looking;
    public static String summary_other;
    public static String summary_otherAdopt;
    public static String summary_project;
    public static String summary_unknown;
    public static String summary_writes;
    public static String writes_added;
    public static String writes_aside;
    public static String writes_element;
    public static String writes_kept;
    public static String writes_new;
    public static String writes_nothing;
    public static String writes_replaced;
    public static String writes_slot;
    public static String writes_slots;
    public static String writes_updated;
    public static String writes_what;
    public static String writes_where;
    public static String writes_while;

    static {
        NLS.initializeMessages("org.trustflex.ui.operations.messages", Messages.class);
    }

    private Messages() {
    }
}
