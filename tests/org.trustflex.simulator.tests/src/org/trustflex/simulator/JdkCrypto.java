package org.trustflex.simulator;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's own cryptography, which shares no code with those under test. */
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

    /** The secret that a private and a public key share. */
    public static byte[] sharedSecret(byte[] privateKey, byte[] xThenY) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(privateKey(privateKey));
            agreement.doPhase(publicKey(xThenY), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    /** One block with AES-128. */
    public static byte[] aes(boolean encrypt, byte[] key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Cipher text and 16-byte tag of AES-128-GCM. */
    public static byte[] gcm(byte[] key, byte[] nonce, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    /** HMAC-SHA-256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    /** SHA-256. */
    public static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }
}
