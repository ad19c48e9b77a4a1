package org.trustflex.kit;

/**
 * What the two digits before the bracket of a reply mean. They speak of the way from the kit to the element, never of
 * the command: what the element itself says is in the bracket (Microchip's public kit sources, kit_protocol_status.h;
 * 18 is the I2C driver's "address not acknowledged").
 */
public enum KitStatus {
    SUCCESS(0x00),
    FAILURE(0x01),
    COMMAND_NOT_VALID(0x03),
    NOT_SUPPORTED(0x04),
    NOT_ACKNOWLEDGED(0x18),
    NO_DEVICE(0xC5),
    BAD_PARAMETER(0xE2),
    BAD_ID(0xE3),
    BAD_SIZE(0xE4),
    COMMUNICATION_FAILURE(0xF0);

    private final int code;

    KitStatus(int code) {
        this.code = code;
    }

    /** The status as a number. */
    public int code() {
        return code;
    }

    /** What a status says and what to do about it, in a few plain words; also for one that no kit should send. */
    public static String meaning(int code) {
        for (KitStatus status : values()) {
            if (status.code == code) {
                return Messages.text("status." + status.name());
            }
        }
        return Messages.text("status.unknown");
    }
}
