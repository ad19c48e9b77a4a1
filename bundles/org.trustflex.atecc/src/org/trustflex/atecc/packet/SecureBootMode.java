package org.trustflex.atecc.packet;

/** Bits of Param1 of SecureBoot (TFLXTLS data sheet, section 5.2.3). */
public final class SecureBootMode {

    /** Verifies a digest with a signature that is given along. */
    public static final int FULL = 0x05;
    /** Compares a digest with the stored one, or verifies it with the stored signature. */
    public static final int FULL_STORE = 0x06;
    /** As FULL, and stores the digest or the signature. */
    public static final int FULL_COPY = 0x07;
    /** The bits that hold one of the above. */
    public static final int MODE_MASK = 0x07;
    /** Success forbids further SecureBoot commands until the power has been off. */
    public static final int PROHIBIT = 0x40;
    /** The digest comes encrypted, and the answer is a MAC with the IO protection key. */
    public static final int ENCRYPTED_WITH_MAC = 0x80;

    private SecureBootMode() {
    }
}
