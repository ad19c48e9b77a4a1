package org.trustflex.provisioning.rotation;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.atecc.host.ValidityMessage;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.JsonDocument;

import com.google.gson.JsonObject;

/**
 * An authority's consent to make one public key in slot 14 of one secure element valid, or invalid.
 *
 * @param key       the key that it is for
 * @param nonce     32 bytes, fresh for each consent
 * @param signature over the nonce, the key and the element's settings
 * @param otherData 19 bytes that the device needs to rebuild the message
 */
public record Validity(EccPublicKey key, byte[] nonce, EcdsaSignature signature, byte[] otherData) {

    private static final int NONCE_LENGTH = 32;
    private static final int SLOT = TrustFlexProfile.ROTATING_SLOT;

    /** The authority's consent to make a key valid that will stand in slot 14 of the element with this configuration. */
    public static Validity toValidate(EccPublicKey key, ConfigurationZone zone, P256KeyPair authority,
            SecureRandom random) {
        byte[] nonce = nonce(random);
        return sign(key, nonce, ValidityMessage.validate(nonce, SLOT, key, zone), authority, random);
    }

    /** The authority's consent to make the key invalid that is valid in slot 14 of the element with this configuration. */
    public static Validity toInvalidate(EccPublicKey key, ConfigurationZone zone, P256KeyPair authority,
            SecureRandom random) {
        byte[] nonce = nonce(random);
        return sign(key, nonce, ValidityMessage.invalidate(nonce, SLOT, key, zone), authority, random);
    }

    private static byte[] nonce(SecureRandom random) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        return nonce;
    }

    private static Validity sign(EccPublicKey key, byte[] nonce, InternalMessage message, P256KeyPair authority,
            SecureRandom random) {
        return new Validity(key, nonce, authority.sign(message.digest(), random), message.otherData());
    }

    /** Lets the device make the key valid. Returns only if it did. */
    public void validate(SecureElement element) throws ElementException {
        element.validate(SLOT, nonce, signature, otherData);
    }

    /** Lets the device make the key invalid. Returns only if it did. */
    public void invalidate(SecureElement element) throws ElementException {
        element.invalidate(SLOT, nonce, signature, otherData);
    }

    JsonObject toJson() {
        HexFormat hex = HexFormat.of();
        JsonObject object = new JsonObject();
        object.addProperty("publicKey", key.hex());
        object.addProperty("nonce", hex.formatHex(nonce));
        object.addProperty("signature", signature.hex());
        object.addProperty("otherData", hex.formatHex(otherData));
        return object;
    }

    static Validity fromJson(JsonDocument document) throws BadFile {
        return new Validity(EccPublicKey.of(document.bytes("publicKey", EccPublicKey.LENGTH)),
                document.bytes("nonce", NONCE_LENGTH),
                EcdsaSignature.of(document.bytes("signature", EcdsaSignature.LENGTH)),
                document.bytes("otherData", InternalMessage.OTHER_DATA_LENGTH));
    }
}
