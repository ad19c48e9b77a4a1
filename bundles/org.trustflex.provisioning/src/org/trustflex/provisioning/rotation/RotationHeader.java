package org.trustflex.provisioning.rotation;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.provisioning.CArray;

/**
 * What {@code public_key_rotation.h} says to a firmware: the seven arrays of the Trust Platform Design Suite, in its order
 * and format, so that its firmware project compiles with the file unchanged.
 *
 * <p>The suite's firmware rotates at every reset and knows one invalidation. If slot 14 holds a valid key, that is the one
 * for this old key: the firmware succeeds once, and reports failure after the next reset. If the slot was left invalid, it
 * is one for the new key, as the suite's own notebook makes it, and the firmware succeeds at every reset.
 *
 * @param publicKey            the key to bring into slot 14
 * @param validatedNonce       32 bytes, of the consent to make it valid
 * @param validatedSignature   the authority's, of that consent
 * @param invalidatedNonce     32 bytes, of the consent to make a key invalid
 * @param invalidatedSignature the authority's, of that consent
 * @param rotatingDigest       32 bytes, for the proof that the element uses the key
 * @param rotatingSignature    over the digest, by the new private key
 */
record RotationHeader(EccPublicKey publicKey, byte[] validatedNonce, EcdsaSignature validatedSignature,
        byte[] invalidatedNonce, EcdsaSignature invalidatedSignature, byte[] rotatingDigest,
        EcdsaSignature rotatingSignature) {

    private static final int DIGEST_LENGTH = 32;

    /**
     * Draws and signs what is missing.
     *
     * @param authority for a slot that was left invalid, when an invalidation of the new key is signed
     */
    static RotationHeader create(Authorization authorization, ConfigurationZone zone, P256KeyPair authority,
            P256KeyPair newPair, SecureRandom random) {
        Validity validation = authorization.validation();
        Validity invalidation = authorization.invalidation()
                .orElseGet(() -> Validity.toInvalidate(newPair.publicKey(), zone, authority, random));
        byte[] digest = new byte[DIGEST_LENGTH];
        random.nextBytes(digest);
        return new RotationHeader(newPair.publicKey(), validation.nonce(), validation.signature(),
                invalidation.nonce(), invalidation.signature(), digest, newPair.sign(digest, random));
    }

    String text() {
        return CArray.define("validated_nonce", validatedNonce)
                + CArray.define("validated_signature", validatedSignature.bytes())
                + CArray.define("invalidated_nonce", invalidatedNonce)
                + CArray.define("invalidated_signature", invalidatedSignature.bytes())
                + CArray.define("rotating_digest", rotatingDigest)
                + CArray.define("rotating_signature", rotatingSignature.bytes())
                + CArray.define("public_key", publicKey.bytes());
    }

    /** What a file says, if it has all seven arrays in their right lengths. */
    static Optional<RotationHeader> parse(String text) {
        Map<String, byte[]> arrays = CArray.parse(text);
        try {
            return Optional.of(new RotationHeader(EccPublicKey.of(bytes(arrays, "public_key", EccPublicKey.LENGTH)),
                    bytes(arrays, "validated_nonce", DIGEST_LENGTH), signature(arrays, "validated_signature"),
                    bytes(arrays, "invalidated_nonce", DIGEST_LENGTH), signature(arrays, "invalidated_signature"),
                    bytes(arrays, "rotating_digest", DIGEST_LENGTH), signature(arrays, "rotating_signature")));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static EcdsaSignature signature(Map<String, byte[]> arrays, String name) {
        return EcdsaSignature.of(bytes(arrays, name, EcdsaSignature.LENGTH));
    }

    private static byte[] bytes(Map<String, byte[]> arrays, String name, int length) {
        byte[] found = arrays.get(name);
        if (found == null || found.length != length) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    /** Whether the proof in it is one of its key. */
    boolean isProven() {
        return new P256PublicKey(publicKey).verifies(rotatingDigest, rotatingSignature);
    }
}
