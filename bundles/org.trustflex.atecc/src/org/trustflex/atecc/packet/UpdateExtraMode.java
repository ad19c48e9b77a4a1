package org.trustflex.atecc.packet;

/** Param1 of UpdateExtra (TFLXTLS data sheet, section 5.1.9; 508A data sheet, section 9.19). */
public final class UpdateExtraMode {

    /** Writes configuration byte 84, once. */
    public static final int USER_EXTRA = 0x00;
    /** Writes configuration byte 85, the I2C address, once. */
    public static final int USER_EXTRA_ADDRESS = 0x01;
    /** Counts a use of the limited-use key that Param2 names. */
    public static final int COUNT_KEY_USE = 0x02;

    private UpdateExtraMode() {
    }
}
