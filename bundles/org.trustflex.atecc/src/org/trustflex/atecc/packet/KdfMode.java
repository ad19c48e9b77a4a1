package org.trustflex.atecc.packet;

/** Bits of Param1 of KDF (TFLXTLS data sheet, section 5.3.4; names as in the vendor's host library). */
public final class KdfMode {

    public static final int SOURCE_TEMPKEY = 0x00;
    /** The upper 32 bytes of a TempKey of 64. */
    public static final int SOURCE_TEMPKEY_UPPER = 0x01;
    /** The slot in the low byte of Param2. */
    public static final int SOURCE_SLOT = 0x02;
    public static final int SOURCE_ALTERNATE_KEY_BUFFER = 0x03;
    /** The bits that hold the source of the key. */
    public static final int SOURCE_MASK = 0x03;
    public static final int TARGET_TEMPKEY = 0x00;
    /** The upper 32 bytes of TempKey. */
    public static final int TARGET_TEMPKEY_UPPER = 0x04;
    /** The slot in the high byte of Param2. */
    public static final int TARGET_SLOT = 0x08;
    public static final int TARGET_ALTERNATE_KEY_BUFFER = 0x0C;
    /** The result goes out. */
    public static final int TARGET_OUTPUT = 0x10;
    /** The result goes out encrypted with the IO protection key. */
    public static final int TARGET_OUTPUT_ENCRYPTED = 0x14;
    /** The bits that hold the target. */
    public static final int TARGET_MASK = 0x1C;
    /** The PRF of TLS 1.2. */
    public static final int PRF = 0x00;
    public static final int AES = 0x20;
    /** One step of the HKDF of TLS 1.3. */
    public static final int HKDF = 0x40;
    /** The bits that hold the algorithm. */
    public static final int ALGORITHM_MASK = 0x60;

    private KdfMode() {
    }
}
