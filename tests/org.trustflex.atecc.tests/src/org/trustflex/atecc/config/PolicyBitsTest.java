package org.trustflex.atecc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.trustflex.atecc.packet.Opcode;

/** A developer asks why a slot refuses a command: the bits are named, and those that decide are known. */
class PolicyBitsTest {

    private static final ConfigurationZone ZONE = TrustFlexProfile.PRODUCTION.template();

    private static List<PolicyBit> bits(int slot) {
        return PolicyBits.of(SlotPolicy.of(ZONE, slot));
    }

    private static PolicyBit bit(int slot, String name) {
        return bits(slot).stream().filter(bit -> bit.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theRotatingKeyIsWrittenOnlyWhileItsAuthorityInSlot13HasInvalidatedIt() {
        assertEquals("1101", bit(14, "SlotConfig.ReadKey").value());
        assertEquals("the key in slot 13 makes this one valid and invalid", bit(14, "SlotConfig.ReadKey").meaning());
        PolicyBit write = bit(14, "SlotConfig.WriteConfig");
        assertEquals("15:12", write.bits());
        assertEquals("0001", write.value());
        assertTrue(write.meaning().contains("slot 13 has to invalidate it first"), write.meaning());
        assertTrue(write.decides(Opcode.WRITE));
        assertFalse(write.decides(Opcode.READ));
    }

    @Test
    void thePrimaryKeySignsAndNeverChanges() {
        assertEquals("1", bit(0, "SlotConfig.ReadKey.ExternalSign").value());
        assertEquals("0", bit(0, "SlotConfig.ReadKey.InternalSign").value());
        assertEquals("GenKey makes no new key: this one never changes",
                bit(0, "SlotConfig.WriteConfig.GenKey").meaning());
        assertEquals("GenKey may make a new key", bit(2, "SlotConfig.WriteConfig.GenKey").meaning());
    }

    @Test
    void theSecretOfSlot5IsWrittenEncryptedBySlot6AndNeverRead() {
        assertEquals("writes must be encrypted with the key in slot 6", bit(5, "SlotConfig.WriteKey").meaning());
        assertTrue(bit(5, "SlotConfig.IsSecret").meaning().startsWith("the content never leaves the device"));
        assertTrue(bit(5, "SlotConfig.IsSecret").decides(Opcode.READ));
    }

    @Test
    void onlyALockableSlotSaysSo() {
        assertEquals("the slot can't be locked by itself", bit(14, "KeyConfig.Lockable").meaning());
        assertEquals("Lock can lock the slot for ever", bit(13, "KeyConfig.Lockable").meaning());
        assertEquals("1", bit(13, "SlotLocked").value());
        assertEquals("locked for ever: the content never changes again",
                PolicyBits.of(new SlotPolicy(13, ZONE.slotConfig(13), ZONE.keyConfig(13), true)).stream()
                        .filter(bit -> bit.name().equals("SlotLocked")).findFirst().orElseThrow().meaning());
    }

    /** Put together again by their positions, the values are the two words of the configuration zone. */
    @Test
    void theValuesAreTheRawBits() {
        SlotLayout.slots().forEach(slot -> {
            assertEquals(ZONE.slotConfig(slot).bits() & known(slot, "SlotConfig."), word(slot, "SlotConfig."),
                    "SlotConfig of slot " + slot);
            assertEquals(ZONE.keyConfig(slot).bits(), word(slot, "KeyConfig."), "KeyConfig of slot " + slot);
        });
    }

    private static int word(int slot, String prefix) {
        return bits(slot).stream().filter(bit -> bit.name().startsWith(prefix))
                .mapToInt(bit -> Integer.parseInt(bit.value(), 2) << lowest(bit)).sum();
    }

    /** Bits 12 and 15 of a private key's SlotConfig say nothing and have no name. */
    private static int known(int slot, String prefix) {
        return bits(slot).stream().filter(bit -> bit.name().startsWith(prefix))
                .mapToInt(bit -> (1 << bit.value().length()) - 1 << lowest(bit)).sum();
    }

    private static int lowest(PolicyBit bit) {
        return Integer.parseInt(bit.bits().substring(bit.bits().indexOf(':') + 1));
    }
}
