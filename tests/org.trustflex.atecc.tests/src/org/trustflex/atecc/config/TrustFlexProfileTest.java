package org.trustflex.atecc.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.packet.ClockDivider;
import org.trustflex.atecc.vectors.Vectors;

import com.google.gson.JsonObject;

class TrustFlexProfileTest {

    private static final JsonObject VECTORS = Vectors.load("tflxtls_config.json");
    private static final SerialNumber SERIAL = new SerialNumber("01233E8A1491F2A601");

    private static byte[] published(String variant) {
        return Vectors.bytes(VECTORS.getAsJsonObject(variant), "zone");
    }

    @ParameterizedTest
    @CsvSource({ "PRODUCTION, production_default", "PROTOTYPE, prototype_cert_slots_lockable" })
    void theProfileIsThePublishedOneByteForByte(TrustFlexProfile profile, String variant) {
        assertArrayEquals(published(variant), profile.template().bytes());
    }

    @ParameterizedTest
    @CsvSource({ "PRODUCTION, production_default", "PROTOTYPE, prototype_cert_slots_lockable" })
    void eachSlotHasThePublishedPolicy(TrustFlexProfile profile, String variant) {
        JsonObject vector = VECTORS.getAsJsonObject(variant);
        SlotLayout.slots().forEach(slot -> {
            assertEquals(vector.getAsJsonArray("slot_config").get(slot).getAsString(),
                    upper(profile.template().slotConfig(slot).bytes()), "SlotConfig of slot " + slot);
            assertEquals(vector.getAsJsonArray("key_config").get(slot).getAsString(),
                    upper(profile.template().keyConfig(slot).bytes()), "KeyConfig of slot " + slot);
        });
    }

    private static String upper(byte[] bytes) {
        return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Test
    void aPartIsRecognisedWhateverItsSerialNumberAndCounters() {
        byte[] bytes = TrustFlexProfile.PROTOTYPE.zone(SERIAL, new Revision("00006002")).bytes();
        bytes[ConfigurationZone.COUNTERS] = 0x12;
        ConfigurationZone zone = ConfigurationZone.of(bytes);
        assertEquals(Optional.of(TrustFlexProfile.PROTOTYPE), TrustFlexProfile.of(zone));
        assertEquals(SERIAL, zone.serialNumber());
        assertEquals("ATECC608A", zone.revision().partName());
    }

    @Test
    void aPartWhoseSlot14IsFreelyWritableIsNoTrustFlexPart() {
        byte[] bytes = TrustFlexProfile.PROTOTYPE.zone(SERIAL, new Revision("00006003")).bytes();
        bytes[20 + 2 * 14] = 0x0F;
        bytes[20 + 2 * 14 + 1] = 0x0F;
        assertTrue(TrustFlexProfile.of(ConfigurationZone.of(bytes)).isEmpty());
    }

    @Test
    void anUnlockedPartIsNoTrustFlexPart() {
        byte[] bytes = TrustFlexProfile.PROTOTYPE.zone(SERIAL, new Revision("00006003")).bytes();
        bytes[ConfigurationZone.LOCK_VALUE] = 0x55;
        assertTrue(TrustFlexProfile.of(ConfigurationZone.of(bytes)).isEmpty());
    }

    @Test
    void slot14IsWrittenOnlyWhileInvalidAndValidatedBySlot13() {
        ConfigurationZone zone = TrustFlexProfile.PROTOTYPE.template();
        assertEquals(WritePolicy.PUB_INVALID, zone.slotConfig(14).writePolicy());
        assertEquals(13, zone.slotConfig(14).validatingKey());
        assertTrue(zone.keyConfig(14).needsValidation());
        assertFalse(zone.keyConfig(14).lockable());
        assertFalse(zone.keyConfig(13).needsValidation());
        assertTrue(zone.keyConfig(13).lockable());
    }

    @Test
    void slot5IsWrittenEncryptedBySlot6WhichAsksForARandomNonce() {
        ConfigurationZone zone = TrustFlexProfile.PRODUCTION.template();
        assertEquals(WritePolicy.ENCRYPTED, zone.slotConfig(5).writePolicy());
        assertEquals(6, zone.slotConfig(5).writeKey());
        assertTrue(zone.keyConfig(6).reqRandom());
        assertFalse(zone.keyConfig(5).reqRandom());
        assertEquals(6, zone.ioProtectionKey());
        assertTrue(zone.ioProtectionEnabled());
        assertTrue(zone.slotConfig(7).noMac());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 | sign, ECDH; never changes",
            "1 | sign internal messages; never changes",
            "2 | sign, ECDH; new key by GenKey",
            "5 | no read; write encrypted by slot 6",
            "6 | no read; write in the clear",
            "7 | no read; no write",
            "8 | read in the clear; write in the clear",
            "14 | read in the clear; write only when invalidated by slot 13" })
    void thePolicyIsToldInWords(int slot, String words) {
        assertEquals(words, SlotPolicy.of(TrustFlexProfile.PROTOTYPE.template(), slot).inWords());
    }

    @ParameterizedTest
    @CsvSource({ "0, 36, 2", "7, 36, 2", "8, 416, 13", "9, 72, 3", "15, 72, 3" })
    void slotsHaveTheirSizes(int slot, int size, int blocks) {
        assertEquals(size, SlotLayout.size(slot));
        assertEquals(blocks, SlotLayout.blocks(slot));
    }

    @Test
    void globalSettingsAreReadFromTheirPlaces() {
        ConfigurationZone zone = TrustFlexProfile.PROTOTYPE.template();
        assertEquals(0x6C, zone.i2cAddress());
        assertEquals(ClockDivider.M0, zone.clockDivider());
        assertTrue(zone.configurationLocked() && zone.dataLocked() && zone.aesEnabled());
        SlotLayout.slots().forEach(slot -> assertFalse(zone.slotLocked(slot)));
    }
}
