package org.trustflex.atecc.packet;

import java.util.Optional;

/** The one-byte answers of the ATECC608 (TFLXTLS data sheet, section 4.3). */
public enum StatusCode {
    SUCCESS(0x00),
    /** CheckMac, Verify or SecureBoot compared and found a difference. */
    MISCOMPARE(0x01),
    /** Length, opcode or parameter is illegal whatever the state of the device. */
    PARSE_ERROR(0x03),
    /** An elliptic-curve computation failed on an unlucky random value; the command may be repeated. */
    ECC_FAULT(0x05),
    SELF_TEST_ERROR(0x07),
    HEALTH_TEST_ERROR(0x08),
    /** The command is legal but can't be executed in the current state of the device. */
    EXECUTION_ERROR(0x0F),
    AFTER_WAKE(0x11),
    /** Too little time is left before the watchdog puts the device to sleep. */
    WATCHDOG_ABOUT_TO_EXPIRE(0xEE),
    COMMUNICATION_ERROR(0xFF);

    private final int code;

    StatusCode(int code) {
        this.code = code;
    }

    /** The status byte. */
    public int code() {
        return code;
    }

    /** The status as two upper-case hex digits, the way data sheets and forums write it. */
    public String hex() {
        return String.format("%02X", code);
    }

    /** What the status says, in a few plain words. */
    public String meaning() {
        return Messages.text("status." + name());
    }

    /** The status with this byte, if there is one. */
    public static Optional<StatusCode> fromCode(int code) {
        for (StatusCode status : values()) {
            if (status.code == code) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
