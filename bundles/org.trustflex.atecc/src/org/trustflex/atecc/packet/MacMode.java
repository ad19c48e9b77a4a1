package org.trustflex.atecc.packet;

/** Bits of Param1 of MAC and CheckMac (TFLXTLS data sheet, sections 5.4.2 and 5.4.1). */
public final class MacMode {

    /** The second block is TempKey, not the challenge. */
    public static final int BLOCK2_TEMPKEY = 0x01;
    /** The first block is TempKey, not a slot. */
    public static final int BLOCK1_TEMPKEY = 0x02;
    /** TempKey must come from a pass-through nonce; without this bit from a random one. */
    public static final int SOURCE_FLAG = 0x04;
    /** MAC: OTP bytes 0 to 10 are part of the message. */
    public static final int OTP_88_BITS = 0x10;
    /** MAC and CheckMac: OTP bytes 0 to 7 are part of the message. */
    public static final int OTP_64_BITS = 0x20;
    /** MAC: serial number bytes 2 to 7 are part of the message. */
    public static final int INCLUDE_SERIAL_NUMBER = 0x40;

    private MacMode() {
    }
}
