package org.trustflex.atecc.host;

import java.util.Arrays;

/** The encryption of results that ECDH and KDF give out (TFLXTLS data sheet, sections 5.2.1 and 5.3.4). */
public final class IoProtection {

    private static final int BLOCK = 32;
    private static final int NONCE_PART = 16;

    private IoProtection() {
    }

    /**
     * Decrypts, and encrypts just as well: both are an exclusive-or with digests of key and nonce.
     *
     * @param key   the 32-byte IO protection key
     * @param nonce the 32 bytes that came with the result
     * @param data  32 or 64 bytes
     * @return as many bytes as there is data
     */
    public static byte[] apply(byte[] key, byte[] nonce, byte[] data) {
        byte[] result = new byte[data.length];
        for (int block = 0; block * BLOCK < data.length; block++) {
            byte[] part = Arrays.copyOfRange(nonce, block * NONCE_PART, (block + 1) * NONCE_PART);
            byte[] stream = Sha256.of(key, part);
            for (int i = block * BLOCK; i < Math.min(data.length, (block + 1) * BLOCK); i++) {
                result[i] = (byte) (data[i] ^ stream[i % BLOCK]);
            }
        }
        return result;
    }
}
