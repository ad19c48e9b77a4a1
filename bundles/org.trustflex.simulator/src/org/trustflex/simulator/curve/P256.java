package org.trustflex.simulator.curve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.simulator.environment.Entropy;

import org.jspecify.annotations.Nullable;

/**
 * The curve NIST P-256 (FIPS 186-4, D.1.2.3) and ECDSA on it. Digests and private keys are 32 bytes, big-endian.
 */
public final class P256 {

    private static final int LENGTH = 32;
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private static volatile @Nullable KnownKey lastKey;

    private P256() {
    }

    /** A new private key. */
    public static byte[] newPrivateKey(Entropy entropy) {
        return BigIntegers.asUnsignedByteArray(LENGTH, newScalar(entropy));
    }

    static BigInteger newScalar(Entropy entropy) {
        BigInteger candidate;
        do {
            candidate = new BigInteger(1, entropy.bytes(LENGTH));
        } while (!isScalar(candidate));
        return candidate;
    }

    private static boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(DOMAIN.getN()) < 0;
    }

    /** Whether these 32 bytes are a private key: 1 to n - 1. */
    public static boolean isPrivateKey(byte[] key) {
        return isScalar(new BigInteger(1, key));
    }

    /**
     * The public key of a private key.
     *
     * @throws IllegalArgumentException if the bytes are no private key
     */
    public static EccPublicKey publicKey(byte[] privateKey) {
        BigInteger scalar = new BigInteger(1, privateKey);
        if (!isScalar(scalar)) {
            throw new IllegalArgumentException("This is no private key of P-256: it is zero or beyond the order");
        }
        ECPoint point = new FixedPointCombMultiplier().multiply(DOMAIN.getG(), scalar).normalize();
        byte[] encoded = point.getEncoded(false);
        return EccPublicKey.of(Arrays.copyOfRange(encoded, 1, encoded.length));
    }

    /** Signs a digest. */
    public static EcdsaSignature sign(byte[] privateKey, byte[] digest, Entropy entropy) {
        ECDSASigner signer = new ECDSASigner(new EntropyNonces(entropy));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, privateKey), DOMAIN));
        BigInteger[] signature = signer.generateSignature(digest);
        byte[] bytes = new byte[EcdsaSignature.LENGTH];
        BigIntegers.asUnsignedByteArray(signature[0], bytes, 0, LENGTH);
        BigIntegers.asUnsignedByteArray(signature[1], bytes, LENGTH, LENGTH);
        return EcdsaSignature.of(bytes);
    }

    /**
     * Whether a signature fits. A key that is used again at once is verified with twice as fast.
     *
     * @return nothing if the key is no point of the curve; false also where r or s are not from 1 to n - 1
     */
    public static Optional<Boolean> verify(EccPublicKey key, byte[] digest, EcdsaSignature signature) {
        byte[] bytes = signature.bytes();
        BigInteger r = new BigInteger(1, Arrays.copyOf(bytes, LENGTH));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, LENGTH, bytes.length));
        KnownKey known = lastKey;
        if (known != null && known.key().equals(key)) {
            return Optional.of(known.verify(digest, r, s));
        }
        Optional<ECPoint> point = point(key);
        point.ifPresent((ECPoint fresh) -> lastKey = new KnownKey(key, fresh));
        return point.map((ECPoint fresh) -> {
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, new ECPublicKeyParameters(fresh, DOMAIN));
            return verifier.verifySignature(digest, r, s);
        });
    }

    /** A public key that was used a moment ago: it is worth tables of its own, which its point keeps. */
    private record KnownKey(EccPublicKey key, ECPoint point) {

        /** FIPS 186-4, section 6.4, and SEC 1, section 4.1.4. */
        boolean verify(byte[] digest, BigInteger r, BigInteger s) {
            if (!isScalar(r) || !isScalar(s)) {
                return false;
            }
            BigInteger order = DOMAIN.getN();
            BigInteger inverse = BigIntegers.modOddInverse(order, s);
            BigInteger ofBase = new BigInteger(1, digest).multiply(inverse).mod(order);
            BigInteger ofKey = r.multiply(inverse).mod(order);
            FixedPointCombMultiplier multiplier = new FixedPointCombMultiplier();
            ECPoint sum = multiplier.multiply(DOMAIN.getG(), ofBase).add(multiplier.multiply(point, ofKey)).normalize();
            return !sum.isInfinity() && sum.getAffineXCoord().toBigInteger().mod(order).equals(r);
        }
    }

    /**
     * The secret that two keys share: the X coordinate of their product (SP 800-56A, section 5.7.1.2).
     *
     * @return 32 bytes, or nothing if the public key is no point of the curve
     */
    public static Optional<byte[]> sharedSecret(byte[] privateKey, EccPublicKey key) {
        return point(key).map((ECPoint point) -> point.multiply(new BigInteger(1, privateKey)).normalize()
                .getAffineXCoord().getEncoded());
    }

    private static Optional<ECPoint> point(EccPublicKey key) {
        byte[] bytes = key.bytes();
        BigInteger x = new BigInteger(1, Arrays.copyOf(bytes, LENGTH));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, LENGTH, bytes.length));
        BigInteger prime = CURVE.getCurve().getField().getCharacteristic();
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return Optional.empty();
        }
        return Optional.of(CURVE.getCurve().createPoint(x, y)).filter(ECPoint::isValid);
    }
}
