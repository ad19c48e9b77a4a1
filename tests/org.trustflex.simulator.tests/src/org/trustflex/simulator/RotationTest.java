package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.Crc16;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.Refusal;
import org.trustflex.simulator.refusal.RefusalReason;
import org.trustflex.simulator.vectors.Vectors;

import com.google.gson.JsonObject;

/** The validity of the rotating public key, with complete packets that another program made. */
class RotationTest {

    private static final JsonObject VECTORS = Vectors.load("rotation_signed.json");
    private static final byte[] NONCE = Vectors.bytes(VECTORS, "nonce");
    private static final byte[] INVALID = Vectors.bytes(VECTORS, "slot14_stored_invalid");
    private static final byte[] VALID = Vectors.bytes(VECTORS, "slot14_stored_valid");
    private static final int VALIDITY_BYTE = 5 + 64 + 17;

    private static EepromImage image(byte[] slot14) {
        byte[] authority = EccPublicKey.of(Vectors.bytes(VECTORS, "authority_public")).stored();
        return Bench.prototypeImage().withSlotBytes(13, 0, authority).withSlotBytes(14, 0, slot14);
    }

    private static byte[] packet(int index) {
        return Vectors.bytes(VECTORS.getAsJsonArray("cases").get(index).getAsJsonObject(),
                "verify_packet_without_crc");
    }

    private static byte[] validate() {
        return packet(0);
    }

    private static byte[] invalidate() {
        return packet(1);
    }

    private static byte[] withChecksum(byte[] packet) {
        int crc = Crc16.of(packet);
        return Bench.concat(packet, new byte[] { (byte) crc, (byte) (crc >> 8) });
    }

    private static void loadDigest(Bench bench, byte[] nonce) {
        bench.accepts(Opcode.NONCE, 0x03, 0, nonce);
        bench.accepts(Opcode.GEN_KEY, 0x10, 14, new byte[3]);
    }

    private static void assertRefused(Bench bench, StatusCode status, RefusalReason reason, byte[] packet) {
        byte[] before = bench.element().eeprom().slot(14);
        Answer answer = bench.run(withChecksum(packet));
        assertEquals(status, answer.status(), answer::toString);
        assertEquals(reason, answer.refusal().map(Refusal::reason).orElseThrow());
        assertArrayEquals(before, bench.element().eeprom().slot(14), "the validity is untouched");
    }

    @Test
    void theAuthoritysSignatureMakesTheKeyValid() {
        Bench bench = Bench.of(image(INVALID));
        loadDigest(bench, NONCE);
        assertEquals(StatusCode.SUCCESS, bench.run(withChecksum(validate())).status());
        assertArrayEquals(VALID, bench.element().eeprom().slot(14), "only the upper half of the first byte changes");
    }

    @Test
    void theAuthoritysSignatureMakesTheKeyInvalid() {
        Bench bench = Bench.of(image(VALID));
        loadDigest(bench, NONCE);
        assertEquals(StatusCode.SUCCESS, bench.run(withChecksum(invalidate())).status());
        assertArrayEquals(INVALID, bench.element().eeprom().slot(14));
    }

    @Test
    void aWholeRotationEndsWithAKeyThatVerifies() {
        Bench bench = Bench.of(image(VALID));
        byte[] digest = Bench.ANY_32;
        byte[] signature = JdkCrypto.sign(Vectors.bytes(VECTORS, "rotating_private"), digest);
        bench.refuses(RefusalReason.WRITE_KEY_IS_VALID, Opcode.WRITE, 0x82, 0x0070, new byte[32]);
        loadDigest(bench, NONCE);
        bench.run(withChecksum(invalidate()));
        for (int block = 0; block < 3; block++) {
            byte[] bytes = Arrays.copyOfRange(INVALID, 32 * block, 32 * block + 32);
            bench.accepts(Opcode.WRITE, 0x82, block << 8 | 14 << 3, bytes);
        }
        bench.message(digest);
        bench.refuses(RefusalReason.PUBLIC_KEY_NOT_VALID, Opcode.VERIFY, 0x20, 14, signature);
        loadDigest(bench, NONCE);
        bench.run(withChecksum(validate()));
        bench.message(digest);
        bench.accepts(Opcode.VERIFY, 0x20, 14, signature);
        assertTrue(bench.element().eeprom().publicKeyValid(14));
    }

    @ParameterizedTest
    @ValueSource(ints = { 5, 36, 37, 68 })
    void oneBitOfTheSignatureMakesItRefuse(int position) {
        Bench bench = Bench.of(image(INVALID));
        loadDigest(bench, NONCE);
        byte[] packet = validate();
        packet[position] ^= 1;
        assertRefused(bench, StatusCode.MISCOMPARE, RefusalReason.SIGNATURE_MISMATCH, packet);
    }

    @Test
    void anotherNonceMakesItRefuse() {
        Bench bench = Bench.of(image(INVALID));
        byte[] other = NONCE.clone();
        other[31] ^= 1;
        loadDigest(bench, other);
        assertRefused(bench, StatusCode.MISCOMPARE, RefusalReason.SIGNATURE_MISMATCH, validate());
    }

    @Test
    void anotherKeyInTheSlotMakesItRefuse() {
        Bench bench = Bench.of(image(EccPublicKey.of(Vectors.bytes(VECTORS, "authority_public")).stored()));
        loadDigest(bench, NONCE);
        assertRefused(bench, StatusCode.MISCOMPARE, RefusalReason.SIGNATURE_MISMATCH, validate());
    }

    @Test
    void anotherSerialNumberMakesItRefuse() {
        Bench bench = Bench.of(image(INVALID).withConfigurationBytes(8, new byte[] { 0, 0, 0, 0, 2 }));
        loadDigest(bench, NONCE);
        assertRefused(bench, StatusCode.MISCOMPARE, RefusalReason.SIGNATURE_MISMATCH, validate());
    }

    @Test
    void theSignatureOfAnybodyElseIsRefused() {
        Bench bench = Bench.of(image(INVALID).withSlotBytes(13, 4,
                Arrays.copyOf(Vectors.bytes(VECTORS, "rotating_public"), 32))
                .withSlotBytes(13, 40, Arrays.copyOfRange(Vectors.bytes(VECTORS, "rotating_public"), 32, 64)));
        loadDigest(bench, NONCE);
        assertRefused(bench, StatusCode.MISCOMPARE, RefusalReason.SIGNATURE_MISMATCH, validate());
    }

    @Test
    void otherDataThatContradictsTheModeIsRefused() {
        Bench bench = Bench.of(image(INVALID));
        loadDigest(bench, NONCE);
        byte[] packet = validate();
        packet[VALIDITY_BYTE] ^= 1;
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.OTHER_DATA_MISMATCH, packet);
        loadDigest(bench, NONCE);
        byte[] invalidateAsValidate = invalidate();
        invalidateAsValidate[2] = 0x03;
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.OTHER_DATA_MISMATCH, invalidateAsValidate);
    }

    @Test
    void whatOtherDataAnswersIsASetting() {
        Bench bench = Bench.of(image(INVALID),
                SimulatorSettings.defaults().with(OpenPoint.OTHER_DATA_MISMATCH, StatusCode.PARSE_ERROR));
        loadDigest(bench, NONCE);
        byte[] packet = validate();
        packet[VALIDITY_BYTE] ^= 1;
        assertRefused(bench, StatusCode.PARSE_ERROR, RefusalReason.OTHER_DATA_MISMATCH, packet);
    }

    @Test
    void anotherBitOfOtherDataIsCoveredByTheSignatureOnly() {
        Bench bench = Bench.of(image(INVALID));
        loadDigest(bench, NONCE);
        byte[] packet = validate();
        packet[VALIDITY_BYTE] ^= 2;
        assertRefused(bench, StatusCode.MISCOMPARE, RefusalReason.SIGNATURE_MISMATCH, packet);
    }

    @Test
    void zerosInOtherDataAreAcceptedIfTheyAreSigned() {
        Bench bench = Bench.of(image(INVALID));
        loadDigest(bench, NONCE);
        byte[] tempKey = HexFormat.of().parseHex(
                "a04d47ff6d8a5bd47b2562cba7e5d0ed2e32b7bc6b3f80bf5e392b7cb3fce139");
        byte[] message = Bench.concat(tempKey, new byte[] { 0x41 }, new byte[10], new byte[] { 0x01 }, new byte[4],
                new byte[] { 0x01, 0x23 }, new byte[5]);
        byte[] signature = JdkCrypto.signMessage(Vectors.bytes(VECTORS, "authority_private"), message);
        bench.accepts(Opcode.VERIFY, 0x03, 14, Bench.concat(signature, new byte[19]));
        assertTrue(bench.element().eeprom().publicKeyValid(14));
    }

    @Test
    void aTempKeyThatGenKeyDidNotMakeIsRefused() {
        Bench bench = Bench.of(image(INVALID));
        bench.accepts(Opcode.NONCE, 0x03, 0, HexFormat.of().parseHex(
                "a04d47ff6d8a5bd47b2562cba7e5d0ed2e32b7bc6b3f80bf5e392b7cb3fce139"));
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.TEMPKEY_NOT_KEY_DIGEST, validate());
    }

    @Test
    void whetherTempKeyMustComeFromGenKeyIsASetting() {
        Bench bench = Bench.of(image(INVALID), SimulatorSettings.defaults().withValidationNeedsGenKeyDigest(false));
        bench.accepts(Opcode.NONCE, 0x03, 0, HexFormat.of().parseHex(
                "a04d47ff6d8a5bd47b2562cba7e5d0ed2e32b7bc6b3f80bf5e392b7cb3fce139"));
        assertEquals(StatusCode.SUCCESS, bench.run(withChecksum(validate())).status());
    }

    @Test
    void aDigestOfAnotherSlotIsRefused() {
        Bench bench = Bench.of(image(INVALID).withSlotBytes(15, 0, INVALID));
        bench.accepts(Opcode.NONCE, 0x03, 0, NONCE);
        bench.accepts(Opcode.GEN_KEY, 0x10, 15, new byte[3]);
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.TEMPKEY_NOT_KEY_DIGEST, validate());
    }

    @Test
    void anEmptyTempKeyIsRefusedSoThatASignatureCannotBeUsedTwiceInARow() {
        Bench bench = Bench.of(image(INVALID));
        loadDigest(bench, NONCE);
        bench.run(withChecksum(validate()));
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.TEMPKEY_INVALID, validate());
    }

    @ParameterizedTest
    @ValueSource(ints = { 8, 10, 13, 15 })
    void slotsWithoutValidityAreRefused(int slot) {
        Bench bench = Bench.of(image(INVALID));
        bench.fixedNonce();
        bench.refuses(RefusalReason.VALIDATION_NOT_CONFIGURED, Opcode.VERIFY, 0x03, slot, new byte[83]);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, 7 })
    void slotsBelowEightAreRefused(int slot) {
        Bench bench = Bench.of(image(INVALID));
        bench.fixedNonce();
        bench.refuses(RefusalReason.VALIDATION_SLOT, Opcode.VERIFY, 0x03, slot, new byte[83]);
    }

    @Test
    void aParentThatHoldsNoPublicKeyIsRefused() {
        EepromImage parentIsData = Bench.withPolicy(image(INVALID), 14, "081F", "1200");
        Bench bench = Bench.of(parentIsData);
        loadDigest(bench, NONCE);
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.VALIDATION_AUTHORITY, validate());
    }

    @Test
    void aSlotWithAnX509FormatIsRefused() {
        Bench bench = Bench.of(image(INVALID).withConfigurationBytes(92, (byte) 0x21));
        loadDigest(bench, NONCE);
        assertRefused(bench, StatusCode.EXECUTION_ERROR, RefusalReason.VALIDATION_X509_ONLY, validate());
    }

    @Test
    void validationWorksOnALockedSlot() {
        Bench bench = Bench.of(image(INVALID).withConfigurationBytes(89, (byte) 0xBF));
        bench.refuses(RefusalReason.SLOT_LOCKED, Opcode.WRITE, 0x82, 0x0070, new byte[32]);
        loadDigest(bench, NONCE);
        assertEquals(StatusCode.SUCCESS, bench.run(withChecksum(validate())).status());
    }

    @Test
    void genKeyDoesNotCareWhetherTheKeyIsValid() {
        loadDigest(Bench.of(image(INVALID)), NONCE);
        loadDigest(Bench.of(image(VALID)), NONCE);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x0070, 0x0170, 0x0270 })
    void everyWrittenBlockMakesTheKeyInvalid(int address) {
        Bench bench = Bench.of(Bench.prototypeImage());
        byte[] block = new byte[32];
        block[0] = 0x5C;
        bench.accepts(Opcode.WRITE, 0x82, address, block);
        assertEquals(0xA, bench.element().eeprom().slot(14)[0] >> 4 & 0x0F);
        if (address == 0x0070) {
            assertEquals(0xC, bench.element().eeprom().slot(14)[0] & 0x0F, "the lower half stays as written");
        }
    }

    @Test
    void theVendorsScriptWritesWordsToTheRotatingSlot() {
        Bench bench = Bench.of(Bench.prototypeImage());
        bench.accepts(Opcode.WRITE, 0x02, 0x0270, new byte[4]);
        bench.accepts(Opcode.WRITE, 0x02, 0x0271, new byte[4]);
        assertEquals(0xA0, bench.element().eeprom().slot(14)[0] & 0xFF);
    }
}
