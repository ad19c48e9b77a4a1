package org.trustflex.atecc.config;

/** What a TrustFLEX part keeps in each slot, in slot order (TFLXTLS data sheet, section 2.2). */
public enum SlotPurpose {
    PRIMARY_PRIVATE_KEY,
    INTERNAL_SIGN_PRIVATE_KEY,
    SECONDARY_PRIVATE_KEY_1,
    SECONDARY_PRIVATE_KEY_2,
    SECONDARY_PRIVATE_KEY_3,
    SECRET_KEY,
    IO_PROTECTION_KEY,
    SECURE_BOOT_DIGEST,
    GENERAL_DATA,
    AES_KEY,
    DEVICE_CERTIFICATE,
    SIGNER_PUBLIC_KEY,
    SIGNER_CERTIFICATE,
    VALIDATION_AUTHORITY,
    ROTATING_PUBLIC_KEY,
    SECURE_BOOT_PUBLIC_KEY;

    /** The slot number. */
    public int slot() {
        return ordinal();
    }

    /** The purpose in a few words, such as "Rotating public key". */
    public String title() {
        return Messages.text("purpose." + name());
    }

    /** What the slot is for. */
    public static SlotPurpose of(int slot) {
        return values()[slot];
    }
}
