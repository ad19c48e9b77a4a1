package org.trustflex.certificates.compressed;

import java.math.BigInteger;
import java.util.Arrays;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.MalformedCertificate;

/**
 * Where the serial number of a certificate comes from that is rebuilt from a slot (ATECC608 compressed certificate
 * definition, "SN source").
 */
public enum SerialNumberSource {
    /** It is stored elsewhere in the device. */
    STORED(0x0),
    /** It is stored elsewhere in the device, with its length. */
    STORED_DYNAMIC(0x7),
    /** The byte 40, then the device's serial number. */
    DEVICE_SERIAL_NUMBER(0x8),
    /** The byte 40, then the signer id. */
    SIGNER_ID(0x9),
    /** The first 16 bytes of SHA-256 of public key and dates, the two upper bits set to 01. */
    PUBLIC_KEY_HASH(0xA),
    /** The first 16 bytes of SHA-256 of device serial number and dates, the two upper bits set to 01. */
    DEVICE_SERIAL_NUMBER_HASH(0xB),
    /** As {@link #PUBLIC_KEY_HASH}, the upper bit cleared. */
    PUBLIC_KEY_HASH_POSITIVE(0xC),
    /** As {@link #DEVICE_SERIAL_NUMBER_HASH}, the upper bit cleared. */
    DEVICE_SERIAL_NUMBER_HASH_POSITIVE(0xD),
    /** As {@link #PUBLIC_KEY_HASH}, unchanged. */
    PUBLIC_KEY_HASH_RAW(0xE),
    /** As {@link #DEVICE_SERIAL_NUMBER_HASH}, unchanged. */
    DEVICE_SERIAL_NUMBER_HASH_RAW(0xF);

    private static final int HASH_LENGTH = 16;
    private static final byte PREFIX = 0x40;

    private final int code;

    SerialNumberSource(int code) {
        this.code = code;
    }

    /** The code, 0 to 15. */
    public int code() {
        return code;
    }

    /**
     * The source with a code.
     *
     * @throws MalformedCertificate if there is none
     */
    static SerialNumberSource of(int code) throws MalformedCertificate {
        for (SerialNumberSource source : values()) {
            if (source.code == code) {
                return source;
            }
        }
        throw new MalformedCertificate(Messages.text("source.unknown", code));
    }

    /**
     * The serial number of a certificate.
     *
     * @throws MalformedCertificate if it is not told by these values, or is no number that a certificate may have
     */
    public BigInteger serialNumber(EccPublicKey key, SerialNumber device, SignerId signer, EncodedDates dates)
            throws MalformedCertificate {
        return switch (this) {
            case STORED, STORED_DYNAMIC -> throw new MalformedCertificate(Messages.text("source.stored"));
            case DEVICE_SERIAL_NUMBER -> prefixed(device.bytes());
            case SIGNER_ID -> prefixed(signer.bytes());
            case PUBLIC_KEY_HASH, PUBLIC_KEY_HASH_POSITIVE, PUBLIC_KEY_HASH_RAW ->
                hashed(Sha256.of(key.bytes(), dates.hashed()));
            case DEVICE_SERIAL_NUMBER_HASH, DEVICE_SERIAL_NUMBER_HASH_POSITIVE, DEVICE_SERIAL_NUMBER_HASH_RAW ->
                hashed(Sha256.of(device.bytes(), dates.hashed()));
        };
    }

    private static BigInteger prefixed(byte[] bytes) {
        byte[] number = new byte[bytes.length + 1];
        number[0] = PREFIX;
        System.arraycopy(bytes, 0, number, 1, bytes.length);
        return new BigInteger(number);
    }

    private BigInteger hashed(byte[] digest) throws MalformedCertificate {
        byte[] number = Arrays.copyOf(digest, HASH_LENGTH);
        switch (this) {
            case PUBLIC_KEY_HASH, DEVICE_SERIAL_NUMBER_HASH -> number[0] = (byte) (number[0] & 0x3F | PREFIX);
            case PUBLIC_KEY_HASH_POSITIVE, DEVICE_SERIAL_NUMBER_HASH_POSITIVE -> number[0] &= 0x7F;
            default -> {
                // Nothing is changed, which is why this source is not to be used any more.
            }
        }
        BigInteger result = new BigInteger(number);
        // 16 bytes stand in the certificate; a number that DER writes shorter, or that is negative, would not be DER.
        if (result.signum() <= 0 || result.toByteArray().length != HASH_LENGTH) {
            throw new MalformedCertificate(Messages.text("source.number", this));
        }
        return result;
    }

    /** A random serial number in the form that the hashed ones have: 16 bytes, the two upper bits 01. */
    public static BigInteger random(java.security.SecureRandom random) {
        byte[] number = new byte[HASH_LENGTH];
        random.nextBytes(number);
        number[0] = (byte) (number[0] & 0x3F | PREFIX);
        return new BigInteger(number);
    }
}
