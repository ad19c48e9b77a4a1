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
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.atecc.host.ValidityMessage;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;

/** The project's own client and the simulated element understand each other. */
class TypedClientTest {

    private static final byte[] AUTHORITY = HexFormat.of().parseHex("11".repeat(32));
    private static final byte[] OLD = HexFormat.of().parseHex("22".repeat(32));
    private static final byte[] NEW = HexFormat.of().parseHex("33".repeat(32));

    private final EepromImage image = Bench.prototypeImage().withSlotBytes(13, 0, publicKey(AUTHORITY).stored())
            .withSlotBytes(14, 0, publicKey(OLD).stored()).withValidity(14, true);
    private final Bench bench = Bench.of(image);

    private static EccPublicKey publicKey(byte[] privateKey) {
        return PartFactory.publicKey(Bench.prototypeImage().withPrivateKey(0, privateKey), 0);
    }

    private SecureElement open() throws ElementException {
        return SecureElement.open(new ElementChannel(bench.element()));
    }

    private static EcdsaSignature signed(InternalMessage message) {
        return EcdsaSignature.of(JdkCrypto.sign(AUTHORITY, message.digest()));
    }

    private static void write(SecureElement element, EccPublicKey key) throws ElementException {
        byte[] padded = Arrays.copyOf(key.stored(), 96);
        for (int block = 0; block < 3; block++) {
            element.writeBlock(14, block, Arrays.copyOfRange(padded, 32 * block, 32 * block + 32));
        }
    }

    @Test
    void aKeyRotates() throws ElementException {
        try (SecureElement element = open()) {
            byte[] nonce = Bench.ANY_32;
            EccPublicKey fresh = publicKey(NEW);
            InternalMessage invalidate = ValidityMessage.invalidate(nonce, 14, publicKey(OLD),
                    element.configurationZone());
            element.invalidate(14, nonce, signed(invalidate), invalidate.otherData());
            assertFalse(element.readValidity(14));
            write(element, fresh);
            InternalMessage validate = ValidityMessage.validate(nonce, 14, fresh, element.configurationZone());
            element.validate(14, nonce, signed(validate), validate.otherData());
            assertTrue(element.keyValid(14));
            element.verifyStored(14, nonce, EcdsaSignature.of(JdkCrypto.sign(NEW, nonce)));
            assertEquals(fresh, element.readPublicKey(14));
        }
        assertFalse(bench.tempKeyValid());
    }

    @Test
    void aRefusalArrivesAsOne() throws ElementException {
        try (SecureElement element = open()) {
            DeviceRefused refused = assertThrows(DeviceRefused.class, () -> write(element, publicKey(NEW)));
            assertEquals(StatusCode.EXECUTION_ERROR, refused.status());
            assertEquals("slot 14 holds a validated key; invalidate it first.", refused.reason().orElseThrow());
        }
    }

    @Test
    void aSecretIsWrittenEncryptedAndAKeySigns() throws ElementException {
        try (SecureElement element = open()) {
            byte[] ioKey = Bench.ramp(32);
            element.writeBlock(6, 0, ioKey);
            element.writeEncrypted(5, 0, Bench.ANY_32, ioKey, new byte[20]);
            assertArrayEquals(Bench.ANY_32, bench.element().eeprom().block(5, 0));
            EccPublicKey key = element.generateKey(2);
            EcdsaSignature signature = element.sign(2, Bench.ANY_32);
            element.verifyExternal(Bench.ANY_32, signature, key);
            element.lockSlot(2);
            assertThrows(DeviceRefused.class, () -> element.generateKey(2));
            assertEquals(1, element.incrementCounter(0));
            assertEquals(32, element.random().length);
            assertArrayEquals(Bench.otp(), element.readOtp());
        }
    }
}
