package org.trustflex.atecc.host;

import java.util.Arrays;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PrivWriteMode;

/**
 * The encrypted form of a private key for PrivWrite (508A data sheet, section 9.14). The session key is TempKey after a
 * Nonce and a GenDig over the write key.
 *
 * @param cipherText 36 bytes: four pad bytes and the key
 * @param mac        32 bytes
 */
public record EncryptedPrivateKey(byte[] cipherText, byte[] mac) {

    /** Four pad bytes, then the key, big-endian. */
    public static final int PADDED_LENGTH = 36;

    private static final int KEY_LENGTH = 32;

    /**
     * Encrypts a private key.
     *
     * @param tempKey    the 32-byte session key
     * @param slot       the slot that PrivWrite will write
     * @param privateKey 32 bytes, big-endian
     */
    public static EncryptedPrivateKey of(byte[] tempKey, int slot, SerialNumber serial, byte[] privateKey) {
        byte[] padded = padded(privateKey);
        return new EncryptedPrivateKey(apply(tempKey, padded), mac(tempKey, slot, serial, padded));
    }

    /** The 36 bytes that PrivWrite takes in the clear. */
    public static byte[] padded(byte[] privateKey) {
        byte[] padded = new byte[PADDED_LENGTH];
        System.arraycopy(privateKey, 0, padded, PADDED_LENGTH - KEY_LENGTH, KEY_LENGTH);
        return padded;
    }

    /** Encrypts and decrypts 36 bytes: TempKey and its digest are the key stream. */
    public static byte[] apply(byte[] tempKey, byte[] padded) {
        byte[] stream = Arrays.copyOf(tempKey, PADDED_LENGTH);
        System.arraycopy(Sha256.of(tempKey), 0, stream, KEY_LENGTH, PADDED_LENGTH - KEY_LENGTH);
        return EncryptedWrite.exclusiveOr(stream, padded);
    }

    /** The MAC that authenticates the 36 bytes in the clear. */
    public static byte[] mac(byte[] tempKey, int slot, SerialNumber serial, byte[] padded) {
        byte[] parameters = { (byte) Opcode.PRIV_WRITE.code(), (byte) PrivWriteMode.ENCRYPTED, (byte) slot,
                (byte) (slot >> 8) };
        return Sha256.of(tempKey, parameters, new byte[] { serial.last() }, serial.firstTwo(), new byte[21], padded);
    }

    /** Cipher text and MAC as they follow the parameters in the packet. */
    public byte[] data() {
        byte[] data = Arrays.copyOf(cipherText, cipherText.length + mac.length);
        System.arraycopy(mac, 0, data, cipherText.length, mac.length);
        return data;
    }
}
