package org.trustflex.atecc.packet;

/** Param1 of Nonce (TFLXTLS data sheet, section 5.1.5). */
public final class NonceMode {

    /** Mixes a random number with 20 bytes of input; updates the seed. */
    public static final int RANDOM_SEED_UPDATE = 0x00;
    /** Mixes a random number with 20 bytes of input; leaves the seed. */
    public static final int RANDOM_NO_SEED_UPDATE = 0x01;
    /** Takes the input as it is. */
    public static final int PASS_THROUGH = 0x03;
    /** The bits that hold one of the above. */
    public static final int MODE_MASK = 0x03;
    /** Pass-through of 64 bytes instead of 32. */
    public static final int SIXTY_FOUR_BYTES = 0x20;
    /** Pass-through into TempKey. */
    public static final int TARGET_TEMPKEY = 0x00;
    /** Pass-through into the message digest buffer. */
    public static final int TARGET_MESSAGE_DIGEST_BUFFER = 0x40;
    /** Pass-through into the alternate key buffer. */
    public static final int TARGET_ALTERNATE_KEY_BUFFER = 0x80;
    /** The bits that hold the target. */
    public static final int TARGET_MASK = 0xC0;
    /** Param2: compute from TempKey instead of a new random number, and return the result. */
    public static final int CALCULATE_FROM_TEMPKEY = 0x8000;

    private NonceMode() {
    }
}
