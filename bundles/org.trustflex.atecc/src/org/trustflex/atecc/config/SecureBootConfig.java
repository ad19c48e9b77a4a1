package org.trustflex.atecc.config;

/**
 * The settings of secure boot, configuration bytes 70 and 71 (TFLXTLS data sheet, section 2.1, whose table prints the
 * bits of latch and nonce one too low; bit positions as in the vendor's host library).
 *
 * @param bits 16 bits as they stand in the configuration zone, low byte first
 */
public record SecureBootConfig(int bits) {

    /** What a successful SecureBoot(full copy) keeps. */
    public enum Mode {
        /** There is no secure boot. */
        DISABLED,
        /** Digest and signature are always given. */
        FULL_BOTH,
        /** The signature is kept, and later only the digest is given. */
        FULL_SIGNATURE,
        /** The digest is kept, and later only compared. TrustFLEX parts do that. */
        FULL_DIGEST
    }

    /** What is kept. */
    public Mode mode() {
        return Mode.values()[bits & 0x03];
    }

    /** Whether success sets the persistent latch. */
    public boolean setsLatch() {
        return (bits & 0x08) != 0;
    }

    /** Whether the nonce of encrypted digests must be a random one. */
    public boolean randomNonceNeeded() {
        return (bits & 0x10) != 0;
    }

    /** The slot where digest or signature is kept. */
    public int storeSlot() {
        return bits >> 8 & 0x0F;
    }

    /** The slot of the public key. */
    public int publicKeySlot() {
        return bits >> 12 & 0x0F;
    }
}
