package org.trustflex.atecc.config;

/**
 * The kind of key in one slot and what its use asks for (508A data sheet, table 2-12; TFLXTLS data sheet, section 2.1).
 *
 * @param bits 16 bits as they stand in the configuration zone, low byte first
 */
public record KeyConfig(int bits) {

    private static final int KEY_TYPE_P256 = 4;
    private static final int KEY_TYPE_AES = 6;
    private static final int KEY_TYPE_SHA = 7;

    /** An elliptic-curve private key, which never leaves the device. */
    public boolean isPrivate() {
        return (bits & 0x01) != 0;
    }

    /** Private key: its public key may be generated. Public key: it must be validated before use. */
    public boolean pubInfo() {
        return (bits & 0x02) != 0;
    }

    /** A public key that can be used only while it is valid. */
    public boolean needsValidation() {
        return pubInfo() && !isPrivate() && isP256();
    }

    /** The three bits of KeyType. */
    public int keyType() {
        return bits >> 2 & 0x07;
    }

    /** A P-256 key, private or public. */
    public boolean isP256() {
        return keyType() == KEY_TYPE_P256;
    }

    /** An AES key. */
    public boolean isAes() {
        return keyType() == KEY_TYPE_AES;
    }

    /** A key of MAC and SHA, or any other data. */
    public boolean isSecretOrData() {
        return keyType() == KEY_TYPE_SHA;
    }

    /** The slot can be locked for ever by itself. */
    public boolean lockable() {
        return (bits & 0x20) != 0;
    }

    /**
     * TempKey must come from a random nonce for CheckMac, GenDig, DeriveKey, Verify, MAC, HMAC and the GenKey digest; not
     * for Sign(external) and ECDH (508A data sheet, section 2.2.5).
     */
    public boolean reqRandom() {
        return (bits & 0x40) != 0;
    }

    /** The key's use needs an authorisation with {@link #authKey()}. */
    public boolean reqAuth() {
        return (bits & 0x80) != 0;
    }

    /** The slot of the authorising key. */
    public int authKey() {
        return bits >> 8 & 0x0F;
    }

    /** The key can be used only while the persistent latch is set. */
    public boolean persistentDisable() {
        return (bits & 0x1000) != 0;
    }

    /** Which of the four X509format bytes applies. */
    public int x509Id() {
        return bits >> 14 & 0x03;
    }

    /** The two bytes as they stand in the configuration zone. */
    public byte[] bytes() {
        return new byte[] { (byte) bits, (byte) (bits >> 8) };
    }
}
