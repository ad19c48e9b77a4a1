package org.trustflex.simulator.chip;

import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** A SHA-256 or HMAC-SHA-256 computation under way. */
public interface ShaContext {

    /** Adds to the message. */
    void update(byte[] message);

    /** Ends the computation. The context is of no use afterwards. */
    byte[] finish();

    /** A new SHA-256 computation. */
    static ShaContext sha256() {
        SHA256Digest digest = new SHA256Digest();
        return new ShaContext() {
            @Override
            public void update(byte[] message) {
                digest.update(message, 0, message.length);
            }

            @Override
            public byte[] finish() {
                byte[] result = new byte[digest.getDigestSize()];
                digest.doFinal(result, 0);
                return result;
            }
        };
    }

    /** A new HMAC-SHA-256 computation with a 32-byte key. */
    static ShaContext hmac(byte[] key) {
        Mac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        return new ShaContext() {
            @Override
            public void update(byte[] message) {
                mac.update(message, 0, message.length);
            }

            @Override
            public byte[] finish() {
                byte[] result = new byte[mac.getMacSize()];
                mac.doFinal(result, 0);
                return result;
            }
        };
    }
}
