package org.trustflex.provisioning.certificates;

import java.util.Arrays;
import java.util.Optional;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.BuiltInDefinitions;
import org.trustflex.certificates.definition.ChainDefinition;
import org.trustflex.provisioning.NotPossible;

/**
 * What a secure element tells of its certificates.
 *
 * @param serialNumber the element's
 * @param otp          the OTP zone
 * @param slots        slots 10 to 12
 * @param deviceKey    the public key of slot 0
 */
record ElementCertificates(SerialNumber serialNumber, byte[] otp, CertificateSlots slots, EccPublicKey deviceKey) {

    private static final int NETWORK_ADDRESS_SLOT = 5;
    private static final int NETWORK_ADDRESS_LENGTH = 12;

    static ElementCertificates read(SecureElement element) throws ElementException {
        return new ElementCertificates(element.serialNumber(), element.readOtp(), readSlots(element),
                element.publicKey(SlotPurpose.PRIMARY_PRIVATE_KEY.slot()));
    }

    static CertificateSlots readSlots(SecureElement element) throws ElementException {
        return CertificateSlots.of(element.readSlot(SlotPurpose.DEVICE_CERTIFICATE.slot()),
                element.readSlot(SlotPurpose.SIGNER_PUBLIC_KEY.slot()),
                element.readSlot(SlotPurpose.SIGNER_CERTIFICATE.slot()));
    }

    /** The definition that the element was delivered with. */
    Optional<ChainDefinition> builtIn() {
        return BuiltInDefinitions.of(otp, slots);
    }

    /** The network address, which some definitions put into the certificate, if the element lets it be read. */
    static Optional<String> readNetworkAddress(SecureElement element) throws ElementException {
        if (element.configurationZone().slotConfig(NETWORK_ADDRESS_SLOT).isSecret()) {
            // TrustFLEX parts keep a secret key in this slot; that the certificate can't be rebuilt is said there.
            return Optional.empty();
        }
        StringBuilder address = new StringBuilder();
        for (int word = 0; word < NETWORK_ADDRESS_LENGTH / SlotLayout.WORD_SIZE; word++) {
            for (byte next : element.readWord(NETWORK_ADDRESS_SLOT, 0, word)) {
                address.append((char) (next & 0x7F));
            }
        }
        return Optional.of(address.toString());
    }

    /**
     * Makes sure that slots which are to change can be written.
     *
     * @throws NotPossible if one can't
     */
    static void requireWritable(ConfigurationZone zone, CertificateSlots now, CertificateSlots wanted)
            throws NotPossible {
        for (int slot : CertificateSlots.WRITE_ORDER) {
            if (!Arrays.equals(now.slot(slot), wanted.slot(slot))) {
                requireWritable(zone, slot);
            }
        }
    }

    /**
     * Makes sure that all three slots can be written.
     *
     * @throws NotPossible if one can't
     */
    static void requireWritable(ConfigurationZone zone) throws NotPossible {
        for (int slot : CertificateSlots.WRITE_ORDER) {
            requireWritable(zone, slot);
        }
    }

    private static void requireWritable(ConfigurationZone zone, int slot) throws NotPossible {
        if (zone.slotConfig(slot).writePolicy() != WritePolicy.ALWAYS) {
            throw new NotPossible(Messages.text("slot.never", slot, zone.serialNumber()));
        }
        if (zone.slotLocked(slot)) {
            throw new NotPossible(Messages.text("slot.locked", slot, zone.serialNumber()));
        }
    }

    /** Writes those blocks of a slot that are not yet what they should be. */
    static void write(SecureElement element, int slot, CertificateSlots wanted) throws ElementException {
        byte[] now = padded(element.readSlot(slot));
        byte[] then = padded(wanted.slot(slot));
        for (int block = 0; block < SlotLayout.blocks(slot); block++) {
            int from = block * SlotLayout.BLOCK_SIZE;
            int to = from + SlotLayout.BLOCK_SIZE;
            if (!Arrays.equals(now, from, to, then, from, to)) {
                element.writeBlock(slot, block, Arrays.copyOfRange(then, from, to));
            }
        }
    }

    private static byte[] padded(byte[] slot) {
        int blocks = (slot.length + SlotLayout.BLOCK_SIZE - 1) / SlotLayout.BLOCK_SIZE;
        return Arrays.copyOf(slot, blocks * SlotLayout.BLOCK_SIZE);
    }
}
