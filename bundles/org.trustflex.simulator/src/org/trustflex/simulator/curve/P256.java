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

/**
 * The curve NIST P-256 (FIPS 186-4, D.1.2.3) and ECDSA on it. Digests and private keys are 32 bytes, big-endian.
 */
public final class P256 {

    private static final int LENGTH = 32;
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

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
     * Whether a signature fits.
     *
     * @return nothing if the key is no point of the curve; false also where r or s are not from 1 to n - 1
     */
    public static Optional<Boolean> verify(EccPublicKey key, byte[] digest, EcdsaSignature signature) {
        return point(key).map((ECPoint point) -> {
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, new ECPublicKeyParameters(point, DOMAIN));
            byte[] bytes = signature.bytes();
            return verifier.verifySignature(digest, new BigInteger(1, Arrays.copyOf(bytes, LENGTH)),
                    new BigInteger(1, Arrays.copyOfRange(bytes, LENGTH, bytes.length)));
        });
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
