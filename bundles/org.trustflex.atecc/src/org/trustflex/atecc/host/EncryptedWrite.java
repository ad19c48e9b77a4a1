package org.trustflex.atecc.host;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.Opcode;

/**
 * The encrypted form of a 32-byte Write (TFLXTLS data sheet, section 5.1.10). The session key is TempKey after a random
 * Nonce and a GenDig over the write key.
 *
 * @param cipherText 32 bytes
 * @param mac        32 bytes
 */
public record EncryptedWrite(byte[] cipherText, byte[] mac) {

    /**
     * Encrypts a block.
     *
     * @param tempKey the 32-byte session key
     * @param param1  Param1 of the Write that will carry it
     * @param param2  Param2 of the Write that will carry it
     * @param plain   32 bytes
     */
    public static EncryptedWrite of(byte[] tempKey, int param1, int param2, SerialNumber serial, byte[] plain) {
        return new EncryptedWrite(exclusiveOr(tempKey, plain), mac(tempKey, param1, param2, serial, plain));
    }

    /** The MAC that authenticates the plain text of a Write. */
    public static byte[] mac(byte[] tempKey, int param1, int param2, SerialNumber serial, byte[] plain) {
        byte[] parameters = { (byte) Opcode.WRITE.code(), (byte) param1, (byte) param2, (byte) (param2 >> 8) };
        return Sha256.of(tempKey, parameters, new byte[] { serial.last() }, serial.firstTwo(), new byte[25], plain);
    }

    /** Encrypts and decrypts: TempKey is the key stream. */
    public static byte[] exclusiveOr(byte[] tempKey, byte[] block) {
        byte[] result = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            result[i] = (byte) (block[i] ^ tempKey[i]);
        }
        return result;
    }

    /** Cipher text and MAC as they follow the parameters in the packet. */
    public byte[] data() {
        byte[] data = new byte[cipherText.length + mac.length];
        System.arraycopy(cipherText, 0, data, 0, cipherText.length);
        System.arraycopy(mac, 0, data, cipherText.length, mac.length);
        return data;
    }
}
