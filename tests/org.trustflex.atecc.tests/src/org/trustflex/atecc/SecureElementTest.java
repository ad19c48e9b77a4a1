package org.trustflex.atecc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.StatusCode;

class SecureElementTest {

    private static final SerialNumber SERIAL = new SerialNumber("01233E8A1491F2A601");
    private static final EcdsaSignature SIGNATURE = EcdsaSignature.of(new byte[64]);

    private final ScriptedElement script = new ScriptedElement(zone(SERIAL));

    private static ConfigurationZone zone(SerialNumber serial) {
        return TrustFlexProfile.PROTOTYPE.zone(serial, new Revision("00006003"));
    }

    private SecureElement open() throws ElementException {
        return SecureElement.open(script);
    }

    @Test
    void openingReadsWhoItIs() throws ElementException {
        try (SecureElement element = open()) {
            assertEquals(SERIAL, element.serialNumber());
        }
        assertTrue(script.asleep(), "TempKey is cleared at the end");
        assertTrue(script.closed());
    }

    @Test
    void aRefusedVerifyCannotBeMistakenForASuccess() throws ElementException {
        SecureElement element = open();
        script.answer(StatusCode.SUCCESS).answer(StatusCode.MISCOMPARE);
        DeviceRefused refused = assertThrows(DeviceRefused.class,
                () -> element.verifyStored(14, new byte[32], SIGNATURE));
        assertEquals(StatusCode.MISCOMPARE, refused.status());
        assertEquals("The chip refused Verify(stored) on slot 14 (01, miscompare): the signature was not made by the"
                + " private key that belongs to slot 14.", refused.getMessage());
    }

    @Test
    void anAcceptedVerifyReturns() throws ElementException {
        SecureElement element = open();
        script.answer(StatusCode.SUCCESS).answer(StatusCode.SUCCESS);
        element.verifyStored(14, new byte[32], SIGNATURE);
        assertEquals(0x43, script.received().get(0).param1(), "the digest goes into the message digest buffer");
        assertEquals(0x20, script.received().get(1).param1());
    }

    @Test
    void aRefusalNamesCommandSlotAndReason() throws ElementException {
        SecureElement element = open();
        script.answer(StatusCode.EXECUTION_ERROR);
        DeviceRefused refused = assertThrows(DeviceRefused.class, () -> element.writeBlock(14, 0, new byte[32]));
        assertEquals("Write(block 0)", refused.command());
        assertEquals(OptionalInt.of(14), refused.slot());
        assertEquals("slot 14 holds a validated key; invalidate it first.", refused.reason().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0  | slot 0 holds a private key; only the device itself makes one.",
            "5  | slot 5 takes only writes that are encrypted with the key of slot 6.",
            "7  | the policy of slot 7 allows no write.",
            "13 | slot 13 is locked for ever." })
    void eachSlotsPolicyExplainsARefusedWrite(int slot, String reason) throws ElementException {
        byte[] bytes = zone(SERIAL).bytes();
        bytes[ConfigurationZone.SLOT_LOCKED + 1] &= ~(1 << 5);
        ScriptedElement locked = new ScriptedElement(ConfigurationZone.of(bytes));
        SecureElement element = SecureElement.open(locked);
        locked.answer(StatusCode.EXECUTION_ERROR);
        DeviceRefused refused = assertThrows(DeviceRefused.class, () -> element.writeBlock(slot, 0, new byte[32]));
        assertEquals(reason, refused.reason().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "SUCCESS", "AFTER_WAKE" }, mode = EnumSource.Mode.EXCLUDE)
    void everyErrorStatusOfEveryCommandIsARefusal(StatusCode status) throws ElementException {
        SecureElement element = open();
        script.answer(status);
        assertEquals(status, assertThrows(DeviceRefused.class, () -> element.random()).status());
    }

    @ParameterizedTest
    @ValueSource(strings = { "04000340", "0402", "0700006003ffff", "042a" })
    void nonsenseIsNotARefusal(String hex) throws ElementException {
        SecureElement element = open();
        script.answerRaw(hex);
        assertThrows(MalformedReply.class, () -> element.revision());
    }

    @Test
    void aReplyOfTheWrongLengthIsNonsenseEvenWithTheRightChecksum() throws ElementException {
        SecureElement element = open();
        script.answerData(new byte[31]).answerData(new byte[32]);
        assertThrows(MalformedReply.class, element::random);
        assertArrayEquals(new byte[32], element.random());
    }

    @Test
    void dataWhereAStatusIsExpectedIsNonsense() throws ElementException {
        SecureElement element = open();
        script.answerData(new byte[32]);
        assertThrows(MalformedReply.class, () -> element.writeBlock(8, 0, new byte[32]));
    }

    @Test
    void silenceIsABrokenLink() throws ElementException {
        SecureElement element = open();
        assertThrows(LinkFailed.class, element::random);
    }

    @Test
    void anUnluckyRandomValueIsTriedAgainButNotForEver() throws ElementException {
        SecureElement element = open();
        script.answer(StatusCode.ECC_FAULT).answer(StatusCode.ECC_FAULT).answerData(new byte[64]);
        element.publicKey(0);
        script.answer(StatusCode.ECC_FAULT).answer(StatusCode.ECC_FAULT).answer(StatusCode.ECC_FAULT);
        assertEquals(StatusCode.ECC_FAULT,
                assertThrows(DeviceRefused.class, () -> element.publicKey(0)).status());
    }

    @Test
    void anotherElementInTheMiddleOfASessionIsNoticed() throws ElementException {
        SwappedElement swapped = new SwappedElement();
        try (SecureElement element = SecureElement.open(swapped)) {
            element.refreshConfigurationZone();
            swapped.swap();
            MalformedReply reply = assertThrows(MalformedReply.class, element::refreshConfigurationZone);
            assertTrue(reply.getMessage().contains("0123000000000000 01".replace(" ", "")), reply.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({ "50000000, true", "A0000000, false", "00000000, false", "5F000000, true", "05000000, false" })
    void validityIsTheUpperNibbleOfTheFirstByte(String word, boolean valid) throws ElementException {
        SecureElement element = open();
        script.answerData(java.util.HexFormat.of().parseHex(word));
        assertEquals(valid, element.readValidity(14));
    }

    @Test
    void aFailureToOpenReleasesTheChannel() {
        SwappedElement dead = new SwappedElement();
        dead.die();
        assertThrows(LinkFailed.class, () -> SecureElement.open(dead));
        assertTrue(dead.closed());
        assertFalse(script.closed());
    }
}
