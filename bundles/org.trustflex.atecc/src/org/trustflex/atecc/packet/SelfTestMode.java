package org.trustflex.atecc.packet;

/** Bits of Param1 of SelfTest, and of its answer, where they name the tests that failed (TFLXTLS, section 5.1.7). */
public final class SelfTestMode {

    /** Runs nothing: the answer is the failure register. */
    public static final int READ_FAILURES = 0x00;
    public static final int RANDOM_NUMBERS = 0x01;
    /** Sign and Verify. */
    public static final int ECDSA = 0x04;
    public static final int ECDH = 0x08;
    public static final int AES = 0x10;
    public static final int SHA = 0x20;
    /** Every test there is. */
    public static final int ALL = RANDOM_NUMBERS | ECDSA | ECDH | AES | SHA;

    private SelfTestMode() {
    }
}
