package org.trustflex.ui.overview;

import java.util.List;
import java.util.stream.Stream;

import org.trustflex.atecc.config.SlotPurpose;

/** The slots that resources and certificates fill. */
final class KeySlots {

    static final List<Integer> SECRETS = slots(SlotPurpose.SECRET_KEY, SlotPurpose.IO_PROTECTION_KEY,
            SlotPurpose.AES_KEY);
    static final List<Integer> PUBLIC_KEYS = slots(SlotPurpose.VALIDATION_AUTHORITY, SlotPurpose.ROTATING_PUBLIC_KEY,
            SlotPurpose.SECURE_BOOT_PUBLIC_KEY);
    static final List<Integer> RESOURCES = Stream.concat(SECRETS.stream(), PUBLIC_KEYS.stream()).toList();
    static final List<Integer> CERTIFICATES = slots(SlotPurpose.PRIMARY_PRIVATE_KEY, SlotPurpose.DEVICE_CERTIFICATE,
            SlotPurpose.SIGNER_PUBLIC_KEY, SlotPurpose.SIGNER_CERTIFICATE);

    private KeySlots() {
    }

    private static List<Integer> slots(SlotPurpose... purposes) {
        return Stream.of(purposes).map(SlotPurpose::slot).toList();
    }
}
