package org.trustflex.atecc.host;

import java.util.Arrays;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.SignMode;

/**
 * The 55-byte message that Sign(internal) signs and that Verify(validate) and Verify(invalidate) rebuild (TFLXTLS data
 * sheet, sections 5.2.4.2 and 5.2.5.3).
 */
public final class InternalMessage {

    /** The length of the OtherData that Verify(validate) and Verify(invalidate) take. */
    public static final int OTHER_DATA_LENGTH = 19;

    private static final int LENGTH = 55;

    private final byte[] bytes;

    private InternalMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The message as the signing device, or an authority in its place, builds it.
     *
     * @param tempKey     32 bytes, the digest made by GenKey or GenDig
     * @param signMode    Param1 of the Sign command that would sign it
     * @param signingSlot the slot of the signing key
     * @param flags       the flags beside TempKey; their KeyID is the slot that the message is about
     * @param keyValid    whether the public key in that slot is valid now: true in a message that invalidates it
     * @param zone        the configuration zone of the device
     */
    public static InternalMessage of(byte[] tempKey, int signMode, int signingSlot, TempKeyFlags flags,
            boolean keyValid, ConfigurationZone zone) {
        int slot = flags.keyId();
        SerialNumber serial = zone.serialNumber();
        boolean wholeSerial = (signMode & SignMode.INCLUDE_SERIAL_NUMBER) != 0;
        byte[] message = new byte[LENGTH];
        System.arraycopy(tempKey, 0, message, 0, 32);
        message[32] = (byte) Opcode.SIGN.code();
        message[33] = (byte) signMode;
        message[34] = (byte) signingSlot;
        message[35] = (byte) (signingSlot >> 8);
        System.arraycopy(zone.slotConfig(slot).bytes(), 0, message, 36, 2);
        System.arraycopy(zone.keyConfig(slot).bytes(), 0, message, 38, 2);
        message[40] = (byte) flags.encode();
        message[43] = serial.last();
        System.arraycopy(wholeSerial ? serial.bytes4To7() : new byte[4], 0, message, 44, 4);
        System.arraycopy(serial.firstTwo(), 0, message, 48, 2);
        System.arraycopy(wholeSerial ? serial.bytes2To3() : new byte[2], 0, message, 50, 2);
        message[52] = (byte) (zone.slotLocked(slot) ? 0 : 1);
        message[53] = (byte) (keyValid ? 1 : 0);
        return new InternalMessage(message);
    }

    /**
     * The message as Verify(validate) and Verify(invalidate) rebuild it.
     *
     * @param tempKey   32 bytes
     * @param otherData 19 bytes, as given to the command
     */
    public static InternalMessage rebuild(byte[] tempKey, byte[] otherData, SerialNumber serial) {
        byte[] message = new byte[LENGTH];
        System.arraycopy(tempKey, 0, message, 0, 32);
        message[32] = (byte) Opcode.SIGN.code();
        System.arraycopy(otherData, 0, message, 33, 10);
        message[43] = serial.last();
        System.arraycopy(otherData, 10, message, 44, 4);
        System.arraycopy(serial.firstTwo(), 0, message, 48, 2);
        System.arraycopy(otherData, 14, message, 50, 5);
        return new InternalMessage(message);
    }

    /** A copy of the 55 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The 32-byte digest that is signed. */
    public byte[] digest() {
        return Sha256.of(bytes);
    }

    /** The 19 bytes that Verify(validate) and Verify(invalidate) take beside the signature. */
    public byte[] otherData() {
        byte[] otherData = new byte[OTHER_DATA_LENGTH];
        System.arraycopy(bytes, 33, otherData, 0, 10);
        System.arraycopy(bytes, 44, otherData, 10, 4);
        System.arraycopy(bytes, 50, otherData, 14, 5);
        return otherData;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InternalMessage that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
