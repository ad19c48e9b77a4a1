package org.trustflex.ui.properties;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String bits;
    public static String bits_value;
    public static String board;
    public static String board_element;
    public static String board_elementAt;
    public static String board_free;
    public static String board_hardware;
    public static String board_holder;
    public static String board_id;
    public static String board_kind;
    public static String board_name;
    public static String board_program;
    public static String board_simulated;
    public static String command;
    public static String command_name;
    public static String command_packet;
    public static String command_reason;
    public static String command_status;
    public static String command_time;
    public static String element;
    public static String element_address;
    public static String element_addresses;
    public static String element_configuration;
    public static String element_data;
    public static String element_part;
    public static String element_revision;
    public static String element_serialNumber;
    public static String element_simulated;
    public static String file;
    public static String file_comparison;
    public static String file_name;
    public static String file_proven;
    public static String locked;
    public static String no;
    public static String slot;
    public static String slot_bytes;
    public static String slot_certificate;
    public static String slot_fingerprint;
    public static String slot_locked;
    public static String slot_number;
    public static String slot_policy;
    public static String slot_purpose;
    public static String slot_size;
    public static String slot_state;
    public static String unlocked;
    public static String yes;

    static {
        NLS.initializeMessages("org.trustflex.ui.properties.messages", Messages.class);
    }

    private Messages() {
    }
}
