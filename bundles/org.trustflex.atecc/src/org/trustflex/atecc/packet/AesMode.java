package org.trustflex.atecc.packet;

/** Bits of Param1 of AES (TFLXTLS data sheet, section 5.3.1). */
public final class AesMode {

    /** Encrypts one block. */
    public static final int ENCRYPT = 0x00;
    /** Decrypts one block. */
    public static final int DECRYPT = 0x01;
    /** Multiplies in the Galois field of GCM. */
    public static final int GALOIS_FIELD_MULTIPLY = 0x03;
    /** The bits that hold one of the above. */
    public static final int MODE_MASK = 0x07;
    /** How far the number of the key's 16-byte block in its slot is shifted. */
    public static final int KEY_BLOCK_SHIFT = 6;
    /** The bits that hold the number of the key's block. */
    public static final int KEY_BLOCK_MASK = 0xC0;
    /** Param2 for a key in TempKey. */
    public static final int KEY_ID_TEMPKEY = 0xFFFF;

    private AesMode() {
    }
}
