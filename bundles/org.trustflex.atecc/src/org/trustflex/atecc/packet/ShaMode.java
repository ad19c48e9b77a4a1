package org.trustflex.atecc.packet;

/** Param1 of SHA (TFLXTLS data sheet, section 5.1.8). */
public final class ShaMode {

    public static final int START = 0x00;
    /** 64 bytes of message. */
    public static final int UPDATE = 0x01;
    /** The last 0 to 63 bytes of message. */
    public static final int END = 0x02;
    /** The public key of a slot as message. */
    public static final int PUBLIC = 0x03;
    public static final int HMAC_START = 0x04;
    public static final int READ_CONTEXT = 0x06;
    public static final int WRITE_CONTEXT = 0x07;
    /** The bits that hold one of the above. */
    public static final int MODE_MASK = 0x07;
    /** End: the digest goes out and into TempKey. */
    public static final int TARGET_TEMPKEY = 0x00;
    /** End: the digest goes out and into the message digest buffer. */
    public static final int TARGET_MESSAGE_DIGEST_BUFFER = 0x40;
    /** End: the digest goes out only. */
    public static final int TARGET_OUTPUT_ONLY = 0xC0;
    /** The bits that hold the target. */
    public static final int TARGET_MASK = 0xC0;

    private ShaMode() {
    }
}
