package org.trustflex.ui.overview;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String board_done;
    public static String board_gone;
    public static String board_noKit;
    public static String board_none;
    public static String board_reading;
    public static String device_agrees;
    public static String device_certificate;
    public static String device_certificateDiffers;
    public static String device_delivered;
    public static String device_match;
    public static String device_noKeys;
    public static String device_notRead;
    public static String device_other;
    public static String device_runs;
    public static String device_saysOther;
    public static String device_slotEmpty;
    public static String device_slotInvalid;
    public static String device_slotValid;
    public static String disk_built;
    public static String disk_certificate;
    public static String disk_certificates;
    public static String disk_damaged;
    public static String disk_interrupted;
    public static String disk_keys;
    public static String disk_none;
    public static String disk_pending;
    public static String disk_rotated;
    public static String disk_sources;
    public static String disk_written;
    public static String editor_noFile;
    public static String editor_tooltip;
    public static String firmware_built;
    public static String firmware_created;
    public static String firmware_flashed;
    public static String firmware_none;
    public static String firmware_stale;
    public static String firmware_waits;
    public static String form_device;
    public static String form_disk;
    public static String form_title;
    public static String job_title;
    public static String next_certificates;
    public static String next_changeBoard;
    public static String next_chooseBoard;
    public static String next_createFirmware;
    public static String next_factoryReset;
    public static String next_flash;
    public static String next_manifest;
    public static String next_resources;
    public static String next_rotate;
    public static String part_board;
    public static String part_certificates;
    public static String part_firmware;
    public static String part_manifest;
    public static String part_resources;
    public static String part_rotation;
    public static String refused_asAbove;

    static {
        NLS.initializeMessages("org.trustflex.ui.overview.messages", Messages.class);
    }

    private Messages() {
    }
}
