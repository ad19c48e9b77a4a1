package org.trustflex.atecc.packet;

/** Param1 of GenKey (TFLXTLS data sheet, section 5.2.2). */
public final class GenKeyMode {

    /** Computes and returns the public key of a stored private key. */
    public static final int PUBLIC = 0x00;
    /** Makes a new private key and returns its public key. */
    public static final int PRIVATE = 0x04;
    /** With PUBLIC or PRIVATE: puts a digest of the public key into TempKey as well. */
    public static final int DIGEST = 0x08;
    /** Puts a digest of a stored public key into TempKey; three bytes of OtherData follow. */
    public static final int PUBLIC_KEY_DIGEST = 0x10;
    /** The KeyID that stands for a private key in TempKey. */
    public static final int KEY_ID_TEMPKEY = 0xFFFF;

    private GenKeyMode() {
    }
}
