package org.trustflex.simulator.symmetric;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.gcm.GCMUtil;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-128 on single blocks of 16 bytes (FIPS 197), and the multiplication of GCM (SP 800-38D, section 6.3). */
public final class Aes128 {

    /** The length of a key and of a block. */
    public static final int LENGTH = 16;

    private Aes128() {
    }

    /** Encrypts one block. */
    public static byte[] encrypt(byte[] key, byte[] block) {
        return cipher(true, key, block);
    }

    /** Decrypts one block. */
    public static byte[] decrypt(byte[] key, byte[] block) {
        return cipher(false, key, block);
    }

    private static byte[] cipher(boolean encrypt, byte[] key, byte[] block) {
        BlockCipher cipher = AESEngine.newInstance();
        cipher.init(encrypt, new KeyParameter(key));
        byte[] result = new byte[LENGTH];
        cipher.processBlock(block, 0, result, 0);
        return result;
    }

    /** The product of two blocks in the field of GCM. */
    public static byte[] multiply(byte[] first, byte[] second) {
        byte[] product = first.clone();
        GCMUtil.multiply(product, second);
        return product;
    }
}
