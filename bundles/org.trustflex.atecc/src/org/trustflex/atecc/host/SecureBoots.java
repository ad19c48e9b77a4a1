package org.trustflex.atecc.host;

import org.trustflex.atecc.packet.Opcode;

/** The encryption and the MAC of SecureBoot (TFLXTLS data sheet, section 5.2.3). */
public final class SecureBoots {

    private SecureBoots() {
    }

    /**
     * The key of one exchange: it encrypts the digest and begins the MAC.
     *
     * @param ioKey   the 32-byte IO protection key
     * @param tempKey the first 32 bytes of TempKey
     */
    public static byte[] sessionKey(byte[] ioKey, byte[] tempKey) {
        return Sha256.of(ioKey, tempKey);
    }

    /** Encrypts and decrypts a 32-byte digest. */
    public static byte[] apply(byte[] sessionKey, byte[] digest) {
        return EncryptedWrite.exclusiveOr(sessionKey, digest);
    }

    /**
     * The MAC that proves the answer of the element.
     *
     * @param digest    32 bytes in the clear
     * @param signature 64 bytes, or none where the element only compares digests
     * @param mode      Param1 of the command
     * @param param2    Param2 of the command
     * @return 32 bytes
     */
    public static byte[] mac(byte[] sessionKey, byte[] digest, byte[] signature, int mode, int param2) {
        byte[] parameters = { (byte) Opcode.SECURE_BOOT.code(), (byte) mode, (byte) param2, (byte) (param2 >> 8) };
        return Sha256.of(sessionKey, digest, signature, parameters);
    }
}
