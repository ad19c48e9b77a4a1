package org.trustflex.atecc.packet;

/** Param1 of Verify (TFLXTLS data sheet, section 5.2.5). */
public final class VerifyMode {

    /** With the public key in a slot. */
    public static final int STORED = 0x00;
    /** With a public key given along that a slot validates. */
    public static final int VALIDATE_EXTERNAL = 0x01;
    /** With a public key given along. */
    public static final int EXTERNAL = 0x02;
    /** Makes the public key of a slot valid. */
    public static final int VALIDATE = 0x03;
    /** Makes the public key of a slot invalid. */
    public static final int INVALIDATE = 0x07;
    /** The bits that hold one of the above. */
    public static final int MODE_MASK = 0x07;
    /** The message stands in the message digest buffer, not in TempKey. */
    public static final int SOURCE_MESSAGE_DIGEST_BUFFER = 0x20;
    /** The answer is a MAC with the IO protection key. */
    public static final int MAC = 0x80;
    /** Param2 of {@link #EXTERNAL}: the curve P-256. */
    public static final int KEY_TYPE_P256 = 0x0004;

    private VerifyMode() {
    }
}
