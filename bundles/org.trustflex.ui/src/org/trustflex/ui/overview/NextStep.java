package org.trustflex.ui.overview;

import org.trustflex.provisioning.status.Action;
import org.trustflex.ui.TrustFlexUi;

/** What a link of the overview does: it runs a command. */
enum NextStep {
    CHOOSE_BOARD(Messages.next_chooseBoard, ".boards.choose"), CHANGE_BOARD(Messages.next_changeBoard,
            ".boards.choose"),
    GENERATE_RESOURCES(Messages.next_resources,
            ".generateResources"),
    GENERATE_CERTIFICATES(Messages.next_certificates,
            ".generateCertificates"),
    GENERATE_MANIFEST(Messages.next_manifest,
            ".generateManifest"),
    ROTATE(Messages.next_rotate, ".rotate"), CREATE_FIRMWARE(Messages.next_createFirmware,
            ".firmware.create"),
    FLASH_FIRMWARE(Messages.next_flash, ".firmware.flash"), FACTORY_RESET(Messages.next_factoryReset,
            ".factoryReset"),
    NONE("", "");

    private final String label;
    private final String command;

    NextStep(String label, String command) {
        this.label = label;
        this.command = command;
    }

    /** The command for an action; a file that is gone comes back from a backup, which no command knows. */
    static NextStep of(Action action) {
        return switch (action) {
            case RESOURCES, ADOPT -> GENERATE_RESOURCES;
            case CERTIFICATES -> GENERATE_CERTIFICATES;
            case MANIFEST -> GENERATE_MANIFEST;
            case ROTATE -> ROTATE;
            case RESTORE_FILE -> NONE;
        };
    }

    String label() {
        return label;
    }

    String commandId() {
        return TrustFlexUi.PLUGIN_ID + command;
    }
}
