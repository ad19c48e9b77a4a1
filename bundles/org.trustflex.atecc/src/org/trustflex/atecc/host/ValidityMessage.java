package org.trustflex.atecc.host;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.SignMode;

/**
 * What a validation authority signs to make the public key in a slot valid or invalid (TFLXTLS data sheet, section
 * 5.2.5.3): the device loads the nonce, digests the key in the slot, and compares the signature with this message.
 */
public final class ValidityMessage {

    private ValidityMessage() {
    }

    /** The message that makes {@code key} valid, once it stands in {@code slot}. */
    public static InternalMessage validate(byte[] nonce, int slot, EccPublicKey key, ConfigurationZone zone) {
        return message(nonce, slot, key, zone, false);
    }

    /** The message that makes {@code key}, which stands in {@code slot} and is valid, invalid. */
    public static InternalMessage invalidate(byte[] nonce, int slot, EccPublicKey key, ConfigurationZone zone) {
        return message(nonce, slot, key, zone, true);
    }

    private static InternalMessage message(byte[] nonce, int slot, EccPublicKey key, ConfigurationZone zone,
            boolean valid) {
        SerialNumber serial = zone.serialNumber();
        byte[] digest = PublicKeyDigest.of(nonce, new byte[3], serial, key);
        int authoritySlot = zone.slotConfig(slot).validatingKey();
        return InternalMessage.of(digest, SignMode.INTERNAL, authoritySlot, TempKeyFlags.publicKeyDigest(slot), valid,
                zone);
    }
}
