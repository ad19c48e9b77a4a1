package org.trustflex.atecc;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;

/** Reads whole zones and slots, block by block. */
record ZoneReader(CommandRunner runner) {

    ConfigurationZone configuration() throws ElementException {
        return ConfigurationZone.of(blocks(Zone.CONFIGURATION, 0, ConfigurationZone.SIZE / SlotLayout.BLOCK_SIZE));
    }

    /** Blocks one after the other; the slot matters in the data zone only. */
    byte[] blocks(Zone zone, int slot, int count) throws ElementException {
        byte[] content = new byte[count * SlotLayout.BLOCK_SIZE];
        int mode = zone.code() | ReadWriteMode.THIRTY_TWO_BYTES;
        for (int block = 0; block < count; block++) {
            int address = new ZoneAddress(slot, block, 0).encode(zone);
            byte[] bytes = runner.query(CommandPacket.of(Opcode.READ, mode, address), SlotLayout.BLOCK_SIZE);
            System.arraycopy(bytes, 0, content, block * SlotLayout.BLOCK_SIZE, SlotLayout.BLOCK_SIZE);
        }
        return content;
    }
}
