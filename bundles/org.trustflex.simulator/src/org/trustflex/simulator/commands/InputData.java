package org.trustflex.simulator.commands;

import java.security.MessageDigest;
import java.util.Arrays;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.host.EncryptedWrite;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** The data of a Write, in the clear or encrypted with TempKey (508A data sheet, section 9.21.1). */
record InputData(CommandPacket packet, Chip chip) {

    static final int MAC_LENGTH = 32;

    /** Whether a MAC follows the data. */
    boolean hasMac() {
        return packet.dataLength() == SlotLayout.BLOCK_SIZE + MAC_LENGTH;
    }

    /**
     * Whether TempKey is the key of the data. Before the data zone is locked the mode says it, afterwards only the
     * slot's policy does.
     */
    boolean isEncrypted() {
        int zone = packet.param1() & ReadWriteMode.ZONE_MASK;
        if (!hasMac() || zone == Zone.CONFIGURATION.code()) {
            return false;
        }
        if (!chip.configuration().dataLocked()) {
            return (packet.param1() & ReadWriteMode.ENCRYPTED) != 0;
        }
        return zone == Zone.DATA.code() && slot() < SlotLayout.SLOT_COUNT
                && policy().writePolicy() == WritePolicy.ENCRYPTED;
    }

    private int slot() {
        return ZoneAddress.decode(Zone.DATA, packet.param2()).slot();
    }

    private SlotConfig policy() {
        return chip.slotConfig(slot());
    }

    /**
     * The data in the clear.
     *
     * @throws CommandRefused if the MAC does not fit, or TempKey is not the one that the policy asks for
     */
    byte[] plain() throws CommandRefused {
        if (isEncrypted()) {
            return decrypted();
        }
        if (hasMac()) {
            throw new CommandRefused(RefusalReason.WRITE_TAKES_NO_ENCRYPTION, slot());
        }
        return packet.data();
    }

    private byte[] decrypted() throws CommandRefused {
        TempKey key = chip.requireTempKey();
        TempKeyFlags flags = key.flags();
        boolean anyKey = !chip.configuration().dataLocked();
        if (!anyKey && !(flags.genDig() && flags.keyId() == policy().writeKey())) {
            throw new CommandRefused(RefusalReason.WRITE_KEY_NOT_LOADED, slot(), policy().writeKey());
        }
        byte[] data = packet.data();
        byte[] plain = EncryptedWrite.exclusiveOr(key.first32(), Arrays.copyOf(data, SlotLayout.BLOCK_SIZE));
        byte[] expected = EncryptedWrite.mac(key.first32(), packet.param1(), packet.param2(), chip.serialNumber(),
                plain);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(data, SlotLayout.BLOCK_SIZE, data.length))) {
            throw new CommandRefused(chip.settings().answer(OpenPoint.WRONG_INPUT_MAC), RefusalReason.WRONG_INPUT_MAC);
        }
        return plain;
    }
}
