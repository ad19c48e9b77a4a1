package org.trustflex.provisioning.resources;

import java.util.List;

/** What resource generation does with a slot of a TrustFLEX part. */
enum SlotKind {
    PRIVATE, SECRET, SECURE_BOOT_DIGEST, GENERAL_DATA, CERTIFICATE, PUBLIC;

    /** Slot 6 comes before slot 5, whose write it encrypts; slot 13 before slot 14, whose key it validates. */
    static final List<Integer> ORDER = List.of(0, 1, 2, 3, 4, 6, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    static SlotKind of(int slot) {
        return switch (slot) {
            case 0, 1, 2, 3, 4 -> PRIVATE;
            case 5, 6, 9 -> SECRET;
            case 7 -> SECURE_BOOT_DIGEST;
            case 8 -> GENERAL_DATA;
            case 10, 11, 12 -> CERTIFICATE;
            default -> PUBLIC;
        };
    }
}
