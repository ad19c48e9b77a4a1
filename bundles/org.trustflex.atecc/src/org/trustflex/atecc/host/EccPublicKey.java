package org.trustflex.atecc.host;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A P-256 public key as the device gives and takes it: 64 bytes, X then Y, each big-endian. */
public final class EccPublicKey {

    /** X and Y. */
    public static final int LENGTH = 64;
    /** The form in a slot: four bytes, X, four bytes, Y. */
    public static final int STORED_LENGTH = 72;

    private static final int COORDINATE = 32;
    private static final int PAD = 4;
    private static final int FINGERPRINT = 8;

    private final byte[] point;

    private EccPublicKey(byte[] point) {
        this.point = point;
    }

    /**
     * A key from X and Y. Whether the point is on the curve is not checked.
     *
     * @throws IllegalArgumentException if these are not 64 bytes
     */
    public static EccPublicKey of(byte[] xThenY) {
        if (xThenY.length != LENGTH) {
            throw new IllegalArgumentException("A P-256 public key has 64 bytes, not " + xThenY.length);
        }
        return new EccPublicKey(xThenY.clone());
    }

    /**
     * A key from the 72 bytes of a slot (TFLXTLS data sheet, section 4.5.1). The four pad bytes before each coordinate,
     * the first of which holds the validity, are left out.
     */
    public static EccPublicKey fromStored(byte[] stored) {
        byte[] point = new byte[LENGTH];
        System.arraycopy(stored, PAD, point, 0, COORDINATE);
        System.arraycopy(stored, 2 * PAD + COORDINATE, point, COORDINATE, COORDINATE);
        return new EccPublicKey(point);
    }

    /** The 72 bytes to write into a slot, with zero pad bytes. */
    public byte[] stored() {
        byte[] stored = new byte[STORED_LENGTH];
        System.arraycopy(point, 0, stored, PAD, COORDINATE);
        System.arraycopy(point, COORDINATE, stored, 2 * PAD + COORDINATE, COORDINATE);
        return stored;
    }

    /** A copy of X and Y. */
    public byte[] bytes() {
        return point.clone();
    }

    /** X then Y in 128 upper-case hex digits. */
    public String hex() {
        return HexFormat.of().withUpperCase().formatHex(point);
    }

    /** The first eight bytes of SHA-256 of X and Y, as {@code 3f:9a:...}: enough to tell two keys apart. */
    public String fingerprint() {
        byte[] digest = Sha256.of(point);
        return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(digest, FINGERPRINT));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EccPublicKey that && MessageDigest.isEqual(point, that.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "public key " + fingerprint();
    }
}
