package org.trustflex.atecc.packet;

/** Param1 of GenDig (TFLXTLS data sheet, section 5.4.3). */
public final class GenDigZone {

    public static final int CONFIGURATION = 0x00;
    public static final int OTP = 0x01;
    public static final int DATA = 0x02;
    public static final int SHARED_NONCE = 0x03;
    public static final int COUNTER = 0x04;
    public static final int KEY_CONFIGURATION = 0x05;

    private GenDigZone() {
    }
}
