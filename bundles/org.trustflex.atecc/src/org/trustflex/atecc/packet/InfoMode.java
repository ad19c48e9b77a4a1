package org.trustflex.atecc.packet;

/** Param1 of Info (TFLXTLS data sheet, section 5.1.2). */
public final class InfoMode {

    public static final int REVISION = 0x00;
    /** Whether the key in the slot that Param2 names is valid. */
    public static final int KEY_VALID = 0x01;
    /** The flags of TempKey. */
    public static final int STATE = 0x02;
    /** The GPIO pin of single-wire parts. */
    public static final int GPIO = 0x03;
    /** The persistent latch. */
    public static final int VOLATILE_KEY_PERMIT = 0x04;

    private InfoMode() {
    }
}
