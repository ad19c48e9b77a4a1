package org.trustflex.simulator.symmetric;

import java.util.Arrays;

import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SHA-256 (RFC 2104) and the pseudorandom function of TLS 1.2 (RFC 5246, section 5). */
public final class HmacSha256 {

    private static final int LENGTH = 32;

    private HmacSha256() {
    }

    /** The 32-byte HMAC of a message. */
    public static byte[] of(byte[] key, byte[]... message) {
        Mac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : message) {
            mac.update(part, 0, part.length);
        }
        byte[] result = new byte[LENGTH];
        mac.doFinal(result, 0);
        return result;
    }

    /**
     * P_SHA256 of TLS 1.2.
     *
     * @param seed   label and seed
     * @param length how many bytes to make
     */
    public static byte[] prf(byte[] key, byte[] seed, int length) {
        byte[] result = new byte[0];
        byte[] chained = seed;
        while (result.length < length) {
            chained = of(key, chained);
            byte[] next = of(key, chained, seed);
            result = Arrays.copyOf(result, result.length + LENGTH);
            System.arraycopy(next, 0, result, result.length - LENGTH, LENGTH);
        }
        return Arrays.copyOf(result, length);
    }
}
