package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.refusal.RefusalReason;

/** The element's cryptography judged by the JDK's. */
class OracleTest {

    private static final Entropy RANDOM = SeededEntropy.ofThisRun();

    @RepeatedTest(10)
    void theJdkAcceptsTheElementsSignatures() {
        Bench bench = Bench.prototype();
        byte[] publicKey = bench.accepts(Opcode.GEN_KEY, 0x04, 2);
        byte[] digest = RANDOM.bytes(32);
        bench.message(digest);
        byte[] signature = bench.accepts(Opcode.SIGN, 0xA0, 2);
        assertTrue(JdkCrypto.verify(publicKey, digest, signature));
        digest[0] ^= 1;
        assertFalse(JdkCrypto.verify(publicKey, digest, signature));
    }

    @RepeatedTest(10)
    void theElementAcceptsTheJdksSignatures() {
        byte[] privateKey = RANDOM.bytes(32);
        EepromImage image = Bench.prototypeImage().withPrivateKey(2, privateKey);
        byte[] publicKey = PartFactory.publicKey(image, 2).bytes();
        byte[] digest = RANDOM.bytes(32);
        byte[] signature = JdkCrypto.sign(privateKey, digest);
        Bench bench = Bench.of(image.withSlotBytes(15, 0, EccPublicKey.of(publicKey).stored()));
        bench.message(digest);
        bench.accepts(Opcode.VERIFY, 0x20, 15, signature);
        bench.message(digest);
        bench.accepts(Opcode.VERIFY, 0x22, 4, Bench.concat(signature, publicKey));
        signature[40] ^= 1;
        bench.message(digest);
        bench.refuses(RefusalReason.SIGNATURE_MISMATCH, Opcode.VERIFY, 0x20, 15, signature);
    }

    @Test
    void signaturesAreRandomized() {
        Bench bench = Bench.prototype();
        bench.message(Bench.ANY_32);
        byte[] first = bench.accepts(Opcode.SIGN, 0xA0, 0);
        bench.message(Bench.ANY_32);
        assertFalse(Arrays.equals(first, bench.accepts(Opcode.SIGN, 0xA0, 0)));
    }

    @Test
    void theJdkAcceptsWhatTheElementSignsAboutItself() {
        Bench bench = Bench.prototype();
        byte[] nonce = bench.randomNonce();
        byte[] publicKey = bench.accepts(Opcode.GEN_KEY, 0x08, 0);
        byte[] tempKey = sha256(nonce, new byte[] { 0x40, 0x08, 0, 0, 0x01, 0x01, 0x23 }, new byte[25], publicKey);
        byte[] signature = bench.accepts(Opcode.SIGN, 0x40, 1);
        ConfigurationZone zone = bench.configuration();
        byte[] serial = zone.serialNumber().bytes();
        byte[] message = Bench.concat(tempKey, new byte[] { 0x41, 0x40, 1, 0 }, new byte[] { (byte) 0x85, 0 },
                new byte[] { 0x53, 0 }, new byte[] { 0x40, 0, 0, serial[8] }, Arrays.copyOfRange(serial, 4, 8),
                Arrays.copyOf(serial, 4), new byte[] { 1, 0, 0 });
        byte[] signer = bench.accepts(Opcode.GEN_KEY, 0x00, 1);
        assertTrue(JdkCrypto.verifyMessage(signer, message, signature));
    }

    @Test
    void aMessageAboutAValidKeySaysSo() {
        Bench bench = Bench.of(Bench.prototypeImage().withValidity(14, true));
        bench.fixedNonce();
        bench.accepts(Opcode.GEN_KEY, 0x10, 14, new byte[3]);
        byte[] signature = bench.accepts(Opcode.SIGN, 0x01, 1);
        byte[] tempKey = sha256(Bench.ANY_32, new byte[] { 0x40, 0, 0, 0, 0x01, 0x01, 0x23 }, new byte[25],
                new byte[64]);
        byte[] message = Bench.concat(tempKey, new byte[] { 0x41, 0x01, 1, 0, 0x0D, 0x1F, 0x12, 0, 0x5E, 0, 0, 1 },
                new byte[4], new byte[] { 0x01, 0x23, 0, 0, 1, 1, 0 });
        assertTrue(JdkCrypto.verifyMessage(bench.accepts(Opcode.GEN_KEY, 0x00, 1), message, signature));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 63, 64, 65, 127, 128, 200 })
    void theJdkComputesTheSameSha(int length) throws GeneralSecurityException {
        byte[] message = RANDOM.bytes(length);
        Bench bench = Bench.prototype();
        bench.accepts(Opcode.SHA, 0x00, 0);
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(message), finished(bench, message));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 63, 64, 65, 127, 128, 200 })
    void theJdkComputesTheSameHmac(int length) throws GeneralSecurityException {
        byte[] message = RANDOM.bytes(length);
        byte[] key = RANDOM.bytes(32);
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(9, 0, key));
        bench.accepts(Opcode.SHA, 0x04, 9);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertArrayEquals(mac.doFinal(message), finished(bench, message));
    }

    private static byte[] finished(Bench bench, byte[] message) {
        int at = 0;
        for (; message.length - at >= 64; at += 64) {
            bench.accepts(Opcode.SHA, 0x01, 64, Arrays.copyOfRange(message, at, at + 64));
        }
        return bench.accepts(Opcode.SHA, 0xC2, message.length - at, Arrays.copyOfRange(message, at, message.length));
    }

    @Test
    void shaTakesInThePublicKeyOfASlot() {
        byte[] key = PartFactory.publicKey(Bench.prototypeImage(), 0).bytes();
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(15, 0, EccPublicKey.of(key).stored()));
        bench.accepts(Opcode.SHA, 0x00, 0);
        bench.accepts(Opcode.SHA, 0x03, 15);
        assertArrayEquals(sha256(key), bench.accepts(Opcode.SHA, 0xC2, 0));
    }

    @Test
    void theJdkComputesTheSameDigestsOfCounterAndKeyConfiguration() {
        Bench bench = Bench.prototype();
        bench.accepts(Opcode.COUNTER, 0x01, 1);
        bench.fixedNonce();
        bench.accepts(Opcode.GEN_DIG, 0x04, 1);
        byte[] counter = sha256(new byte[32], new byte[] { 0x15, 0x04, 1, 0, 0x01, 0x01, 0x23, 0, 1, 0, 0, 0 },
                new byte[20], Bench.ANY_32);
        bench.accepts(Opcode.GEN_DIG, 0x05, 14);
        byte[] configuration = sha256(new byte[32],
                new byte[] { 0x15, 0x05, 14, 0, 0x01, 0x01, 0x23, 0, 0x0D, 0x1F, 0x12, 0, 1 }, new byte[19], counter);
        assertTempKey(bench, configuration);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x0000, 0x8000 })
    void theJdkComputesTheSameSharedNonce(int param2) {
        Bench bench = Bench.prototype();
        byte[] other = RANDOM.bytes(32);
        bench.fixedNonce();
        bench.accepts(Opcode.GEN_DIG, 0x03, param2, other);
        byte[] first = param2 == 0 ? other : Bench.ANY_32;
        byte[] last = param2 == 0 ? Bench.ANY_32 : other;
        assertTempKey(bench, sha256(first, new byte[] { 0x15, 0x03, 0, 0, 0x01, 0x01, 0x23 }, new byte[25], last));
    }

    /** TempKey, which came from a nonce from outside, shows in a signature. */
    private static void assertTempKey(Bench bench, byte[] expected) {
        byte[] signature = bench.accepts(Opcode.SIGN, 0x80, 0);
        assertTrue(JdkCrypto.verify(bench.accepts(Opcode.GEN_KEY, 0x00, 0), expected, signature));
        assertEquals(32, expected.length);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Bench.concat(parts));
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }
}
