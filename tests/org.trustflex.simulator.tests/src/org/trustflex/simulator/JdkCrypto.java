package org.trustflex.simulator;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** The JDK's own elliptic curves, which share no code with those under test. */
public final class JdkCrypto {

    private JdkCrypto() {
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static PrivateKey privateKey(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, key), p256()));
    }

    private static PublicKey publicKey(byte[] xThenY) throws GeneralSecurityException {
        ECPoint point = new ECPoint(new BigInteger(1, Arrays.copyOf(xThenY, 32)),
                new BigInteger(1, Arrays.copyOfRange(xThenY, 32, 64)));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, p256()));
    }

    /** r and s over a digest. */
    public static byte[] sign(byte[] privateKey, byte[] digest) {
        return sign("NONEwithECDSAinP1363Format", privateKey, digest);
    }

    /** r and s over the SHA-256 of a message. */
    public static byte[] signMessage(byte[] privateKey, byte[] message) {
        return sign("SHA256withECDSAinP1363Format", privateKey, message);
    }

    private static byte[] sign(String algorithm, byte[] privateKey, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey(privateKey));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Whether r and s fit a digest. */
    public static boolean verify(byte[] xThenY, byte[] digest, byte[] signature) {
        return verify("NONEwithECDSAinP1363Format", xThenY, digest, signature);
    }

    /** Whether r and s fit the SHA-256 of a message. */
    public static boolean verifyMessage(byte[] xThenY, byte[] message, byte[] signature) {
        return verify("SHA256withECDSAinP1363Format", xThenY, message, signature);
    }

    private static boolean verify(String algorithm, byte[] xThenY, byte[] message, byte[] rThenS) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(publicKey(xThenY));
            signature.update(message);
            return signature.verify(rThenS);
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }
}
