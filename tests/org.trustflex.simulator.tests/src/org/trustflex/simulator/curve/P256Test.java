package org.trustflex.simulator.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.simulator.SeededEntropy;

/** Signatures fit or don't, whether a key is met for the first time or again, which takes another way. */
class P256Test {

    /** n of FIPS 186-4, D.1.2.3. */
    private static final BigInteger ORDER = new BigInteger(
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int ROUNDS = 50;

    private final SeededEntropy entropy = new SeededEntropy(7);

    private static EcdsaSignature of(BigInteger r, BigInteger s) {
        byte[] bytes = Arrays.copyOf(BigIntegers.asUnsignedByteArray(32, r), 64);
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, bytes, 32, 32);
        return EcdsaSignature.of(bytes);
    }

    private static BigInteger half(EcdsaSignature signature, int from) {
        return new BigInteger(1, Arrays.copyOfRange(signature.bytes(), from, from + 32));
    }

    @Test
    void theFirstAndEveryFurtherUseOfAKeyAgree() {
        byte[] privateKey = P256.newPrivateKey(entropy);
        EccPublicKey key = P256.publicKey(privateKey);
        EccPublicKey other = P256.publicKey(P256.newPrivateKey(entropy));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] digest = entropy.bytes(32);
            EcdsaSignature signature = P256.sign(privateKey, digest, entropy);
            EcdsaSignature mirrored = of(half(signature, 0), ORDER.subtract(half(signature, 32)));
            byte[] changed = digest.clone();
            changed[round % 32] ^= 1;
            for (int use = 0; use < 3; use++) {
                assertEquals(Optional.of(true), P256.verify(key, digest, signature));
                assertEquals(Optional.of(true), P256.verify(key, digest, mirrored), "n - s fits as well as s");
                assertEquals(Optional.of(false), P256.verify(key, changed, signature));
            }
            for (int use = 0; use < 2; use++) {
                assertEquals(Optional.of(false), P256.verify(other, digest, signature));
            }
        }
    }

    @Test
    void whatIsNotFrom1ToNMinus1NeverFits() {
        byte[] privateKey = P256.newPrivateKey(entropy);
        EccPublicKey key = P256.publicKey(privateKey);
        byte[] digest = entropy.bytes(32);
        EcdsaSignature signature = P256.sign(privateKey, digest, entropy);
        BigInteger r = half(signature, 0);
        BigInteger s = half(signature, 32);
        BigInteger zero = BigInteger.ZERO;
        for (int use = 0; use < 2; use++) {
            for (EcdsaSignature none : new EcdsaSignature[] { of(zero, s), of(r, zero), of(zero, zero), of(ORDER, s),
                    of(r, ORDER), EcdsaSignature.of(HexFormat.of().parseHex("ff".repeat(64))) }) {
                assertEquals(Optional.of(false), P256.verify(key, digest, none), none.hex());
            }
            assertEquals(Optional.of(true), P256.verify(key, digest, signature));
        }
    }

    /** With a digest of zeros nothing is left of the base point. */
    @Test
    void aDigestOfZerosIsVerifiedToo() {
        byte[] privateKey = P256.newPrivateKey(entropy);
        EccPublicKey key = P256.publicKey(privateKey);
        EcdsaSignature signature = P256.sign(privateKey, new byte[32], entropy);
        for (int use = 0; use < 3; use++) {
            assertEquals(Optional.of(true), P256.verify(key, new byte[32], signature));
            assertEquals(Optional.of(false), P256.verify(key, entropy.bytes(32), signature));
        }
    }

    @Test
    void whatIsNoPointIsNoKey() {
        EccPublicKey none = EccPublicKey.of(new byte[64]);
        for (int use = 0; use < 2; use++) {
            assertEquals(Optional.empty(), P256.verify(none, new byte[32], of(BigInteger.ONE, BigInteger.ONE)));
        }
    }
}
