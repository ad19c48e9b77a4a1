package org.trustflex.atecc.packet;

/** Bits of Param1 of Lock (TFLXTLS data sheet, section 5.1.3). */
public final class LockMode {

    public static final int CONFIGURATION_ZONE = 0x00;
    public static final int DATA_AND_OTP_ZONES = 0x01;
    /** One slot, whose number stands in bits 5:2. */
    public static final int SLOT = 0x02;
    /** The bits that hold one of the above. */
    public static final int TARGET_MASK = 0x03;
    /** Param2 is not compared with the checksum of the zone. */
    public static final int IGNORE_SUMMARY = 0x80;

    private LockMode() {
    }
}
