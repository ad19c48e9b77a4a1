package org.trustflex.atecc.packet;

/** Bits of Param1 of ECDH (TFLXTLS data sheet, section 5.2.1). */
public final class EcdhMode {

    /** The private key is in TempKey, not in a slot. */
    public static final int SOURCE_TEMPKEY = 0x01;
    /** The output is encrypted with the IO protection key. */
    public static final int ENCRYPTED = 0x02;
    /** The policy of the slot says where the secret goes, as on the 508A. */
    public static final int TARGET_COMPATIBLE = 0x00;
    /** The secret goes into a slot. */
    public static final int TARGET_SLOT = 0x04;
    /** The secret goes into TempKey. */
    public static final int TARGET_TEMPKEY = 0x08;
    /** The secret goes out. */
    public static final int TARGET_OUTPUT = 0x0C;
    /** The bits that hold the target. */
    public static final int TARGET_MASK = 0x0C;

    private EcdhMode() {
    }
}
