package org.trustflex.certificates.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.certificates.vectors.Openssl;

class P256PublicKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void opensslWritesTheSamePem(@TempDir Path folder) throws Exception {
        P256KeyPair pair = P256KeyPair.generate(RANDOM);
        Files.writeString(folder.resolve("k.pem"), pair.toPem());
        Openssl.Answer answer = Openssl.run(folder, "pkey", "-in", "k.pem", "-pubout");
        String ours = new P256PublicKey(pair.publicKey()).pem();
        assertEquals(answer.output(), ours);
        assertEquals(pair.publicKey(), P256PublicKey.fromPem(ours).key());
    }

    @Test
    void onlyThePrivateHalfsSignatureVerifies() {
        P256KeyPair pair = P256KeyPair.generate(RANDOM);
        byte[] digest = new byte[32];
        EcdsaSignature signature = pair.sign(digest, RANDOM);
        assertTrue(new P256PublicKey(pair.publicKey()).verifies(digest, signature));
        assertFalse(new P256PublicKey(P256KeyPair.generate(RANDOM).publicKey()).verifies(digest, signature));
        digest[31] = 1;
        assertFalse(new P256PublicKey(pair.publicKey()).verifies(digest, signature));
        assertFalse(new P256PublicKey(pair.publicKey()).verifies(digest, EcdsaSignature.of(new byte[64])));
    }

    @ParameterizedTest
    @CsvSource({ "00", "ff", "11" })
    void bytesThatAreNoPointAreNoKey(String content) {
        EccPublicKey nothing = EccPublicKey.of(java.util.HexFormat.of().parseHex(content.repeat(64)));
        assertFalse(new P256PublicKey(nothing).isOnCurve());
        assertFalse(new P256PublicKey(nothing).verifies(new byte[32], EcdsaSignature.of(new byte[64])));
        assertThrows(UnusableKeyException.class, () -> P256PublicKey.fromPem(new P256PublicKey(nothing).pem()));
    }

    @ParameterizedTest
    @CsvSource({ "''", "hello", "'-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'",
            "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'" })
    void whatIsNoKeyIsRefusedWithASentence(String pem) {
        assertFalse(assertThrows(UnusableKeyException.class, () -> P256PublicKey.fromPem(pem)).getMessage().isBlank());
    }

    @ParameterizedTest
    @CsvSource({ "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384", "genpkey -algorithm ed25519" })
    void otherKeysAreRefused(String arguments, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("k.pem"), Openssl.run(folder, arguments.split(" ")).output());
        String pem = Openssl.run(folder, "pkey", "-in", "k.pem", "-pubout").output();
        assertThrows(UnusableKeyException.class, () -> P256PublicKey.fromPem(pem));
    }
}
