package org.trustflex.certificates.compressed;

import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.certificates.MalformedCertificate;

/**
 * What a slot holds of a certificate: 72 bytes with its signature, its dates, and which definition tells all the rest
 * (ATECC608 compressed certificate definition).
 *
 * @param signature    bytes 0 to 63
 * @param dates        bytes 64 to 66, and the upper half of byte 71
 * @param signerId     bytes 67 and 68
 * @param templateId   the upper half of byte 69, 0 to 15
 * @param chainId      the lower half of byte 69, 0 to 15
 * @param serialSource the upper half of byte 70
 * @param reserved     byte 71 as far as it holds no dates, kept as it was found; 0 in everything that is issued here
 */
public record CompressedCertificate(EcdsaSignature signature, EncodedDates dates, SignerId signerId, int templateId,
        int chainId, SerialNumberSource serialSource, int reserved) {

    /** The size in bytes. */
    public static final int LENGTH = 72;

    private static final BigInteger ORDER = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getN();
    private static final int DATES = 64;
    private static final int SIGNER_ID = 67;
    private static final int TEMPLATE = 69;
    private static final int SOURCE = 70;
    private static final int EXTENSION = 71;
    private static final int NIBBLE = 15;
    private static final int LARGEST_FORMAT = 2;

    /**
     * Reads the 72 bytes of a slot.
     *
     * @throws MalformedCertificate if they are no compressed certificate
     */
    public static CompressedCertificate decode(byte[] bytes) throws MalformedCertificate {
        if (bytes.length != LENGTH) {
            throw new MalformedCertificate(Messages.text("compressed.length", LENGTH, bytes.length));
        }
        int format = bytes[SOURCE] & NIBBLE;
        if (format > LARGEST_FORMAT) {
            throw new MalformedCertificate(Messages.text("compressed.format", format));
        }
        int extension = bytes[EXTENSION] & 0xFF;
        EncodedDates dates = EncodedDates.decode(Arrays.copyOfRange(bytes, DATES, SIGNER_ID), format, extension);
        return new CompressedCertificate(signature(bytes), dates,
                signerIdIn(bytes), templateIdIn(bytes),
                bytes[TEMPLATE] & NIBBLE, SerialNumberSource.of(bytes[SOURCE] >> 4 & NIBBLE),
                format == 0 ? extension : extension & NIBBLE);
    }

    private static EcdsaSignature signature(byte[] bytes) throws MalformedCertificate {
        byte[] rs = Arrays.copyOf(bytes, EcdsaSignature.LENGTH);
        for (int from = 0; from < rs.length; from += rs.length / 2) {
            BigInteger number = new BigInteger(1, Arrays.copyOfRange(rs, from, from + rs.length / 2));
            if (number.signum() == 0 || number.compareTo(ORDER) >= 0) {
                throw new MalformedCertificate(Messages.text("compressed.signature"));
            }
        }
        return EcdsaSignature.of(rs);
    }

    /** The template number in a slot's 72 bytes, whatever else they are. */
    public static int templateIdIn(byte[] slot) {
        return slot[TEMPLATE] >> 4 & NIBBLE;
    }

    /** The signer id in a slot's 72 bytes, whatever else they are. */
    public static SignerId signerIdIn(byte[] slot) {
        return SignerId.of(Arrays.copyOfRange(slot, SIGNER_ID, TEMPLATE));
    }

    /** The 72 bytes. */
    public byte[] encode() {
        byte[] bytes = Arrays.copyOf(signature.bytes(), LENGTH);
        System.arraycopy(dates.bytes(), 0, bytes, DATES, SIGNER_ID - DATES);
        System.arraycopy(signerId.bytes(), 0, bytes, SIGNER_ID, TEMPLATE - SIGNER_ID);
        bytes[TEMPLATE] = (byte) (templateId << 4 | chainId);
        bytes[SOURCE] = (byte) (serialSource.code() << 4 | dates.format());
        bytes[EXTENSION] = (byte) (dates.extensionByte() | reserved);
        return bytes;
    }
}
