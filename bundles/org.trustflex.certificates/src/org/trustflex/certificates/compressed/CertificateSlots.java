package org.trustflex.certificates.compressed;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;

/**
 * What the three certificate slots hold, 72 bytes each: slot 10 the compressed device certificate, slot 11 the signer's
 * public key, slot 12 the compressed signer certificate.
 */
public final class CertificateSlots {

    /** The slots in the order in which they are written: what the signer needs comes first. */
    public static final List<Integer> WRITE_ORDER = List.of(SlotPurpose.SIGNER_PUBLIC_KEY.slot(),
            SlotPurpose.SIGNER_CERTIFICATE.slot(), SlotPurpose.DEVICE_CERTIFICATE.slot());

    private final byte[] device;
    private final byte[] signerKey;
    private final byte[] signer;

    private CertificateSlots(byte[] device, byte[] signerKey, byte[] signer) {
        this.device = device;
        this.signerKey = signerKey;
        this.signer = signer;
    }

    /**
     * The content of the slots as it was read.
     *
     * @throws IllegalArgumentException if one has not 72 bytes
     */
    public static CertificateSlots of(byte[] slot10, byte[] slot11, byte[] slot12) {
        for (byte[] slot : List.of(slot10, slot11, slot12)) {
            if (slot.length != CompressedCertificate.LENGTH) {
                throw new IllegalArgumentException("A certificate slot has 72 bytes, not " + slot.length);
            }
        }
        return new CertificateSlots(slot10.clone(), slot11.clone(), slot12.clone());
    }

    /** The content for a chain. */
    public static CertificateSlots of(CompressedCertificate device, EccPublicKey signerKey,
            CompressedCertificate signer) {
        return new CertificateSlots(device.encode(), signerKey.stored(), signer.encode());
    }

    /**
     * A copy of one slot's 72 bytes.
     *
     * @param slot 10, 11 or 12
     */
    public byte[] slot(int slot) {
        return switch (SlotPurpose.of(slot)) {
            case DEVICE_CERTIFICATE -> device.clone();
            case SIGNER_PUBLIC_KEY -> signerKey.clone();
            case SIGNER_CERTIFICATE -> signer.clone();
            default -> throw new IllegalArgumentException("Slot " + slot + " is no certificate slot");
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateSlots that && Arrays.equals(device, that.device)
                && Arrays.equals(signerKey, that.signerKey) && Arrays.equals(signer, that.signer);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(device);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "slot 10 " + hex.formatHex(device) + ", slot 11 " + hex.formatHex(signerKey) + ", slot 12 "
                + hex.formatHex(signer);
    }
}
