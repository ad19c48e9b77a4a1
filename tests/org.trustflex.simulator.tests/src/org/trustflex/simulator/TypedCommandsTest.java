package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.KdfDetails;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.atecc.packet.ShaMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;

/** The typed client's rarer commands against the simulated element, judged by the JDK. */
class TypedCommandsTest {

    private static final byte[] PEER = HexFormat.of().parseHex("55".repeat(32));
    private static final byte[] IO_KEY = Bench.ramp(32);
    private static final byte[] MESSAGE = Bench.ramp(100);

    private final EepromImage image = Bench.prototypeImage().withSlotBytes(6, 0, IO_KEY)
            .withSlotBytes(9, 0, Bench.ramp(72)).withSlotBytes(15, 0, publicKey(PEER).stored());
    private final Bench bench = Bench.of(image);

    private static EccPublicKey publicKey(byte[] privateKey) {
        return PartFactory.publicKey(Bench.prototypeImage().withPrivateKey(0, privateKey), 0);
    }

    private SecureElement open() throws ElementException {
        return SecureElement.open(new ElementChannel(bench.element()));
    }

    private static EcdsaSignature signed(byte[] digest) {
        return EcdsaSignature.of(JdkCrypto.sign(PEER, digest));
    }

    @Test
    void keysAreAgreedOn() throws ElementException {
        byte[] expected = JdkCrypto.sharedSecret(image.privateKey(0), publicKey(PEER).bytes());
        try (SecureElement element = open()) {
            assertArrayEquals(expected, element.ecdh().secret(0, publicKey(PEER)));
            assertArrayEquals(expected, element.ecdh().secretProtected(0, publicKey(PEER), IO_KEY));
            EccPublicKey ephemeral = element.ecdh().newEphemeralKey();
            assertArrayEquals(JdkCrypto.sharedSecret(PEER, ephemeral.bytes()),
                    element.ecdh().ephemeralSecret(publicKey(PEER)));
            element.ecdh().intoTempKey(0, publicKey(PEER));
            assertTrue(element.status().tempKey().valid());
            assertTrue(element.status().tempKey().flags().passThrough());
            assertThrows(DeviceRefused.class, () -> element.ecdh().intoSlot(2, publicKey(PEER)));
        }
    }

    @Test
    void keysAreDerived() throws ElementException {
        byte[] key = Bench.ramp(32);
        int input = KdfDetails.HKDF_MESSAGE_IN_INPUT;
        int hkdf = KdfMode.SOURCE_SLOT | KdfMode.HKDF;
        try (SecureElement element = open()) {
            byte[] expected = JdkCrypto.hmac(key, MESSAGE);
            assertArrayEquals(expected, element.kdf().derive(hkdf, 9, input, MESSAGE, 32));
            assertArrayEquals(expected, element.kdf().deriveProtected(hkdf, 9, input, MESSAGE, 32, IO_KEY));
            int prf = KdfMode.SOURCE_SLOT | KdfMode.PRF;
            int longPrf = KdfDetails.PRF_TARGET_64_BYTES | 1;
            byte[] clear = element.kdf().derive(prf, 9, longPrf, MESSAGE, 64);
            assertArrayEquals(clear, element.kdf().deriveProtected(prf, 9, longPrf, MESSAGE, 64, IO_KEY));
            element.kdf().deriveInside(hkdf | KdfMode.TARGET_SLOT, 0x0909, input, MESSAGE);
            assertArrayEquals(expected, bench.element().eeprom().block(9, 0));
        }
    }

    @Test
    void blocksAreEncryptedAndMessagesDigested() throws ElementException {
        byte[] block = Bench.ramp(16);
        try (SecureElement element = open()) {
            byte[] cipherText = element.aes().encrypt(9, 1, block);
            assertArrayEquals(JdkCrypto.aes(true, Arrays.copyOfRange(Bench.ramp(72), 16, 32), block), cipherText);
            assertArrayEquals(block, element.aes().decrypt(9, 1, cipherText));
            assertArrayEquals(new byte[16], element.aes().multiply(new byte[16], block));
            assertArrayEquals(JdkCrypto.sha256(MESSAGE), element.sha().digest(MESSAGE));
            assertArrayEquals(JdkCrypto.hmac(Bench.ramp(32), MESSAGE), element.sha().hmac(9, MESSAGE));
            element.sha().start();
            element.sha().update(Arrays.copyOf(MESSAGE, 64));
            byte[] context = element.sha().readContext(64);
            element.sha().digest(new byte[0]);
            element.sha().writeContext(context);
            assertArrayEquals(JdkCrypto.sha256(MESSAGE),
                    element.sha().end(ShaMode.TARGET_OUTPUT_ONLY, Arrays.copyOfRange(MESSAGE, 64, 100)));
        }
    }

    @Test
    void codeIsVerifiedAtBoot() throws ElementException {
        byte[] digest = Bench.ANY_32;
        try (SecureElement element = open()) {
            element.secureBoot().verify(digest, signed(digest));
            element.secureBoot().verifyAndStore(digest, signed(digest));
            element.secureBoot().verifyStored(digest);
            element.secureBoot().verifyStoredProtected(digest, element.nonceRandom(new byte[20]), IO_KEY);
            element.secureBoot().verifyAndStoreProtected(digest, signed(digest), element.nonceRandom(new byte[20]),
                    IO_KEY);
            DeviceRefused refused = assertThrows(DeviceRefused.class,
                    () -> element.secureBoot().verifyStored(new byte[32]));
            assertEquals(StatusCode.MISCOMPARE, refused.status());
            byte[] nonce = element.nonceRandom(new byte[20]);
            assertThrows(DeviceRefused.class,
                    () -> element.secureBoot().verifyStoredProtected(digest, nonce, new byte[32]));
        }
    }

    @Test
    void aSignatureIsVerifiedOverAWireThatNobodyTrusts() throws ElementException {
        byte[] digest = Bench.ANY_32;
        try (SecureElement element = open()) {
            element.verification().stored(15, digest, signed(digest), Bench.ramp(32), IO_KEY);
            assertThrows(MalformedReply.class,
                    () -> element.verification().stored(15, digest, signed(digest), Bench.ramp(32), new byte[32]));
            assertThrows(DeviceRefused.class, () -> element.verification().certificate(14, signed(digest)));
        }
    }

    @Test
    void theElementTestsItself() throws ElementException {
        try (SecureElement element = open()) {
            assertEquals(0, element.status().selfTest(SelfTestMode.ALL));
            bench.element().faults().failSelfTests(SelfTestMode.ECDH | SelfTestMode.RANDOM_NUMBERS);
            assertEquals(SelfTestMode.ECDH | SelfTestMode.RANDOM_NUMBERS, element.status().selfTest(SelfTestMode.ALL));
            assertThrows(DeviceRefused.class, () -> element.status().selfTest(0x02));
            assertFalse(element.status().persistentLatch());
            assertThrows(DeviceRefused.class, () -> element.status().setPersistentLatch(true));
        }
    }

    @Test
    void aBlankPartBecomesSomebodysOwn() throws ElementException {
        Bench blank = Bench.of(PartFactory.blank(Bench.SERIAL));
        byte[] zone = TrustFlexProfile.PROTOTYPE.template().bytes();
        // PrivWrite may replace the key of slot 2 with the key of slot 6; slot 9 rolls.
        zone[24] = (byte) 0x85;
        zone[25] = 0x46;
        zone[38] = (byte) 0x8F;
        zone[39] = 0x25;
        try (SecureElement element = SecureElement.open(new ElementChannel(blank.element()))) {
            element.personalization().writeConfiguration(ConfigurationZone.of(zone));
            element.personalization().lockConfiguration();
            element.personalization().writeOtp(0, Bench.ANY_32);
            element.personalization().writePrivateKey(0, PEER);
            element.writeBlock(6, 0, IO_KEY);
            element.personalization().lockData();
            element.refreshConfigurationZone();
            assertEquals(publicKey(PEER), element.publicKey(0));
            element.personalization().writePrivateKeyEncrypted(2, PEER, IO_KEY, new byte[20]);
            assertEquals(publicKey(PEER), element.publicKey(2));
            element.nonceRandom(new byte[20]);
            element.personalization().deriveKey(9, false);
            element.personalization().countKeyUse(9);
            element.personalization().writeUserExtra(7);
            element.personalization().writeUserExtraAddress(0x6A);
            assertEquals(7, element.refreshConfigurationZone().userExtra());
            assertEquals(0x6A, element.configurationZone().i2cAddress());
        }
        assertEquals(0x6A, blank.element().i2cAddress());
    }
}
