package org.trustflex.atecc.config;

/**
 * The access policy of one slot (508A data sheet, tables 2-5 and 2-7 to 2-11; TFLXTLS data sheet, section 2.1).
 *
 * @param bits 16 bits as they stand in the configuration zone, low byte first
 */
public record SlotConfig(int bits) {

    /** Low four bits. What they mean depends on the kind of slot; see the methods that follow. */
    public int readKey() {
        return bits & 0x0F;
    }

    /** Private key: Sign may sign a digest that comes from outside. */
    public boolean externalSignAllowed() {
        return (bits & 0x01) != 0;
    }

    /** Private key: Sign may sign messages that the device builds. */
    public boolean internalSignAllowed() {
        return (bits & 0x02) != 0;
    }

    /** Private key: ECDH is allowed. */
    public boolean ecdhAllowed() {
        return (bits & 0x04) != 0;
    }

    /** Public key with validity: the slot of the authority that validates and invalidates it. */
    public int validatingKey() {
        return readKey();
    }

    /** The key may not be used by MAC and HMAC, and GenDig takes OtherData from the host. */
    public boolean noMac() {
        return (bits & 0x10) != 0;
    }

    /** The key's uses are counted. */
    public boolean limitedUse() {
        return (bits & 0x20) != 0;
    }

    /** Reads come encrypted with the read key. */
    public boolean encryptRead() {
        return (bits & 0x40) != 0;
    }

    /** The content never leaves the device in the clear. */
    public boolean isSecret() {
        return (bits & 0x80) != 0;
    }

    /** The slot whose key encrypts writes. */
    public int writeKey() {
        return bits >> 8 & 0x0F;
    }

    /** The four bits of WriteConfig. */
    public int writeConfigBits() {
        return bits >> 12 & 0x0F;
    }

    /** What WriteConfig says about the Write command. */
    public WritePolicy writePolicy() {
        return switch (writeConfigBits()) {
            case 0 -> WritePolicy.ALWAYS;
            case 1 -> WritePolicy.PUB_INVALID;
            case 2, 3, 8, 9, 10, 11 -> WritePolicy.NEVER;
            default -> WritePolicy.ENCRYPTED;
        };
    }

    /** Private key: GenKey may make a new one. */
    public boolean genKeyAllowed() {
        return (bits & 0x2000) != 0;
    }

    /** Private key: PrivWrite may write one. */
    public boolean privWriteAllowed() {
        return (bits & 0x4000) != 0;
    }

    /** Private key: the secret that ECDH makes goes into the slot with the next odd number. */
    public boolean ecdhToSlot() {
        return (bits & 0x08) != 0;
    }

    /** DeriveKey may change the key. */
    public boolean deriveKeyAllowed() {
        return (bits & 0x2000) != 0;
    }

    /** DeriveKey derives from the key in the slot that WriteKey names, not from the key itself. */
    public boolean derivesFromParent() {
        return (bits & 0x1000) != 0;
    }

    /** DeriveKey needs a MAC with the key in the slot that WriteKey names. */
    public boolean deriveKeyNeedsMac() {
        return (bits & 0x8000) != 0;
    }

    /** The two bytes as they stand in the configuration zone. */
    public byte[] bytes() {
        return new byte[] { (byte) bits, (byte) (bits >> 8) };
    }
}
