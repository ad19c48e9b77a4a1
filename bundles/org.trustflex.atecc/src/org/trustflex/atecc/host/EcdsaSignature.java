package org.trustflex.atecc.host;

import java.util.Arrays;
import java.util.HexFormat;

/** An ECDSA signature over P-256 as the device gives and takes it: 64 bytes, r then s, each big-endian and padded to 32. */
public final class EcdsaSignature {

    /** r and s. */
    public static final int LENGTH = 64;

    private final byte[] bytes;

    private EcdsaSignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A signature from r and s.
     *
     * @throws IllegalArgumentException if these are not 64 bytes
     */
    public static EcdsaSignature of(byte[] rThenS) {
        if (rThenS.length != LENGTH) {
            throw new IllegalArgumentException("An ECDSA signature over P-256 has 64 bytes, not " + rThenS.length);
        }
        return new EcdsaSignature(rThenS.clone());
    }

    /** A signature from 128 hex digits. */
    public static EcdsaSignature parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** A copy of r and s. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** r then s in 128 lower-case hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EcdsaSignature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
