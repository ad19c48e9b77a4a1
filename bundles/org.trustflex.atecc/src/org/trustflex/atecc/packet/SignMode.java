package org.trustflex.atecc.packet;

/** Bits of Param1 of Sign (TFLXTLS data sheet, section 5.2.4). */
public final class SignMode {

    /** Signs a message that the device builds about its own content. */
    public static final int INTERNAL = 0x00;
    /** The internal message is meant for Verify(invalidate). */
    public static final int INVALIDATE = 0x01;
    /** The message stands in the message digest buffer, not in TempKey. */
    public static final int SOURCE_MESSAGE_DIGEST_BUFFER = 0x20;
    /** The whole serial number goes into the internal message. */
    public static final int INCLUDE_SERIAL_NUMBER = 0x40;
    /** Signs a 32-byte digest that comes from outside. */
    public static final int EXTERNAL = 0x80;

    private SignMode() {
    }
}
