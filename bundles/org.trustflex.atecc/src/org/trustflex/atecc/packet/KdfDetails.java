package org.trustflex.atecc.packet;

/** The 32-bit number that KDF takes before the message, low byte first (names as in the vendor's host library). */
public final class KdfDetails {

    /** PRF: the key's length in units of 16 bytes, less one. */
    public static final int PRF_KEY_LENGTH_MASK = 0x03;
    /** PRF: the result has 64 bytes, not 32. */
    public static final int PRF_TARGET_64_BYTES = 0x100;
    /** PRF: special processing for AEAD suites. */
    public static final int PRF_AEAD_MASK = 0x600;
    /** HKDF: the message is in the slot that bits 11:8 name. */
    public static final int HKDF_MESSAGE_IN_SLOT = 0x00;
    /** HKDF: the message is in TempKey. */
    public static final int HKDF_MESSAGE_IN_TEMPKEY = 0x01;
    /** HKDF: the message follows. */
    public static final int HKDF_MESSAGE_IN_INPUT = 0x02;
    /** HKDF: the message follows and holds the two bytes KdfIvStr at the place KdfIvLoc. */
    public static final int HKDF_MESSAGE_WITH_IV = 0x03;
    /** The bits that hold one of the above. */
    public static final int HKDF_MESSAGE_MASK = 0x03;
    /** HKDF: the key is 32 zero bytes. */
    public static final int HKDF_ZERO_KEY = 0x04;
    /** How far the number of the slot with the message is shifted. */
    public static final int HKDF_MESSAGE_SLOT_SHIFT = 8;
    /** How far the length of the message is shifted. */
    public static final int MESSAGE_LENGTH_SHIFT = 24;
    /** The length of the details themselves. */
    public static final int LENGTH = 4;

    private KdfDetails() {
    }
}
