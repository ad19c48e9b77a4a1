package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * The bytes that a Read or Write is about (TFLXTLS data sheet, tables 4-9 to 4-11). A block may reach beyond the end of
 * a slot, a word may not.
 *
 * @param zone   the zone
 * @param slot   the slot, 0 outside the data zone
 * @param offset the first byte in slot or zone
 * @param length how many bytes there really are, at most 4 for a word and 32 for a block
 * @param block  whether a block is meant, not a word
 */
record ZoneRange(Zone zone, int slot, int offset, int length, boolean block) {

    static ZoneRange of(CommandPacket packet, SimulatorSettings settings) throws CommandRefused {
        Zone zone = Zone.fromCode(packet.param1() & ReadWriteMode.ZONE_MASK)
                .orElseThrow(() -> new PacketForm(packet).illegalMode());
        boolean block = (packet.param1() & ReadWriteMode.THIRTY_TWO_BYTES) != 0;
        ZoneAddress address = ZoneAddress.decode(zone, packet.param2());
        int size = size(zone, address.slot());
        int offset = address.block() * SlotLayout.BLOCK_SIZE + (block ? 0 : address.word() * SlotLayout.WORD_SIZE);
        if (offset >= size) {
            throw new CommandRefused(settings.answer(OpenPoint.ADDRESS_BEYOND_ZONE), RefusalReason.ADDRESS_BEYOND_ZONE,
                    packet.param2());
        }
        int asked = block ? SlotLayout.BLOCK_SIZE : SlotLayout.WORD_SIZE;
        return new ZoneRange(zone, address.slot(), offset, Math.min(asked, size - offset), block);
    }

    private static int size(Zone zone, int slot) {
        if (zone != Zone.DATA) {
            return zone.size();
        }
        return slot < SlotLayout.SLOT_COUNT ? SlotLayout.size(slot) : 0;
    }

    /** How many bytes the command carries or answers. */
    int asked() {
        return block ? SlotLayout.BLOCK_SIZE : SlotLayout.WORD_SIZE;
    }

    /** The bytes in the content of the slot or zone, zeros where it ends early. */
    byte[] in(byte[] content) {
        byte[] bytes = new byte[asked()];
        System.arraycopy(content, offset, bytes, 0, length);
        return bytes;
    }
}
