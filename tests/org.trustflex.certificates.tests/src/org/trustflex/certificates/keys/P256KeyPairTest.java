package org.trustflex.certificates.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;

/** Judged by the JDK's own elliptic curves and by the openssl command, neither of which shares code with us. */
class P256KeyPairTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long DEADLINE_SECONDS = 30;

    @ParameterizedTest
    @CsvSource({
            "1111111111111111111111111111111111111111111111111111111111111111,"
                    + "0217e617f0b6443928278f96999e69a23a4f2c152bdf6d6cdf66e5b80282d4ed"
                    + "194a7debcb97712d2dda3ca85aa8765a56f45fc758599652f2897c65306e5794",
            "2222222222222222222222222222222222222222222222222222222222222222,"
                    + "d65a93977caa3d1b081852ff57a79e465f1660577304baead505dd3a48589cf3"
                    + "50185e895372df6221ea3a137557e473fddb6755f05bd507c3c533fce9c91285" })
    void thePublicKeyIsTheOneOfThePublishedVectors(String secret, String publicKey) throws UnusableKeyException {
        P256KeyPair pair = P256KeyPair.of(HexFormat.of().parseHex(secret));
        assertEquals(EccPublicKey.of(HexFormat.of().parseHex(publicKey)), pair.publicKey());
    }

    @Test
    void aPairComesBackFromItsFile() throws UnusableKeyException {
        P256KeyPair pair = P256KeyPair.generate(RANDOM);
        assertEquals(pair.publicKey(), P256KeyPair.fromPem(pair.toPem()).publicKey());
    }

    @Test
    void theJdkAcceptsOurSignaturesAndNoOthers() throws GeneralSecurityException {
        P256KeyPair pair = P256KeyPair.generate(RANDOM);
        byte[] digest = new byte[32];
        RANDOM.nextBytes(digest);
        EcdsaSignature signature = pair.sign(digest, RANDOM);
        assertTrue(jdkVerifies(pair.publicKey(), digest, signature));
        digest[7] ^= 1;
        assertFalse(jdkVerifies(pair.publicKey(), digest, signature));
    }

    /** The vendor's tool cuts r and s out of the DER form by arithmetic that is wrong when one is shorter than 32 bytes. */
    @Test
    void signaturesWithAShortRorSAreRightToo() throws GeneralSecurityException {
        P256KeyPair pair = P256KeyPair.generate(RANDOM);
        boolean shortR = false;
        boolean shortS = false;
        byte[] digest = new byte[32];
        for (int i = 0; i < 20_000 && !(shortR && shortS); i++) {
            RANDOM.nextBytes(digest);
            EcdsaSignature signature = pair.sign(digest, RANDOM);
            byte[] bytes = signature.bytes();
            if (bytes[0] == 0 || bytes[32] == 0) {
                shortR |= bytes[0] == 0;
                shortS |= bytes[32] == 0;
                assertTrue(jdkVerifies(pair.publicKey(), digest, signature), signature.hex());
            }
        }
        assertTrue(shortR && shortS, "among 20000 signatures some have a leading zero");
    }

    private static boolean jdkVerifies(EccPublicKey key, byte[] digest, EcdsaSignature signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("NONEwithECDSAinP1363Format");
        verifier.initVerify(jdkKey(key));
        verifier.update(digest);
        return verifier.verify(signature.bytes());
    }

    private static PublicKey jdkKey(EccPublicKey key) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        byte[] point = key.bytes();
        ECPoint w = new ECPoint(new BigInteger(1, Arrays.copyOf(point, 32)),
                new BigInteger(1, Arrays.copyOfRange(point, 32, 64)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    @Test
    void opensslReadsOurFileAndSeesTheSamePublicKey(@TempDir Path folder) throws IOException, InterruptedException {
        P256KeyPair pair = P256KeyPair.generate(RANDOM);
        Path file = folder.resolve("key.pem");
        Files.writeString(file, pair.toPem());
        byte[] der = run("openssl", "pkey", "-in", file.toString(), "-pubout", "-outform", "DER");
        assertEquals(pair.publicKey(), EccPublicKey.of(Arrays.copyOfRange(der, der.length - 64, der.length)));
    }

    @ParameterizedTest
    @CsvSource({ "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256", "ecparam -name prime256v1 -genkey" })
    void weReadKeysThatOpensslMade(String arguments) throws Exception {
        String pem = new String(run(("openssl " + arguments).split(" ")), StandardCharsets.US_ASCII);
        P256KeyPair pair = P256KeyPair.fromPem(pem);
        byte[] digest = new byte[32];
        assertTrue(jdkVerifies(pair.publicKey(), digest, pair.sign(digest, RANDOM)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 | P-256",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes128 -pass pass:secret | passphrase",
            "genpkey -algorithm ed25519 | P-256" })
    void otherKeysAreRefusedWithTheReason(String arguments, String reason) throws Exception {
        String pem = new String(run(("openssl " + arguments).split(" ")), StandardCharsets.US_ASCII);
        UnusableKeyException refused = assertThrows(UnusableKeyException.class, () -> P256KeyPair.fromPem(pem));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({ "''", "hello", "-----BEGIN PRIVATE KEY-----",
            "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'",
            "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'" })
    void whatIsNoKeyIsRefusedWithASentence(String pem) {
        assertThrows(UnusableKeyException.class, () -> P256KeyPair.fromPem(pem));
    }

    @Test
    void zeroAndTheOrderOfTheCurveAreNoPrivateKeys() throws UnusableKeyException {
        String order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
        byte[] largest = HexFormat.of().parseHex(order);
        assertThrows(UnusableKeyException.class, () -> P256KeyPair.of(new byte[32]));
        assertThrows(UnusableKeyException.class, () -> P256KeyPair.of(HexFormat.of().parseHex(order)));
        largest[31]--;
        P256KeyPair.of(largest);
    }

    @Test
    void thePrivateHalfIsNeverPrinted() throws UnusableKeyException {
        P256KeyPair pair = P256KeyPair.of(HexFormat.of().parseHex("c0ffee11".repeat(8)));
        assertFalse(pair.toString().toLowerCase().contains("c0ffee"));
    }

    private static byte[] run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output;
        try (InputStream stream = process.getInputStream()) {
            output = stream.readAllBytes();
        }
        assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS), "openssl ends");
        assertEquals(0, process.exitValue(), String.join(" ", command));
        return output;
    }
}
