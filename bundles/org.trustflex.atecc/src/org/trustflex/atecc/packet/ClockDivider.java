package org.trustflex.atecc.packet;

/** The clock divider in bits 7:3 of ChipMode; it decides how long the elliptic-curve commands take. */
public enum ClockDivider {
    /** Full speed; TrustFLEX parts run so. */
    M0,
    /** ChipMode mask 0x28. */
    M1,
    /** ChipMode mask 0x68. */
    M2;

    /** The divider that a ChipMode byte (configuration byte 19) selects. */
    public static ClockDivider fromChipMode(int chipMode) {
        return switch (chipMode & 0xF8) {
            case 0x28 -> M1;
            case 0x68 -> M2;
            default -> M0;
        };
    }
}
