package org.trustflex.atecc.packet;

/**
 * A place in a zone as Param2 of Read and Write names it: blocks of 32 bytes, words of 4 bytes; in the data zone with the
 * slot between them (TFLXTLS data sheet, tables 4-9 to 4-11).
 *
 * @param slot  0 to 15 in the data zone, 0 elsewhere
 * @param block 32-byte block
 * @param word  4-byte word in the block, 0 to 7; ignored by 32-byte accesses
 */
public record ZoneAddress(int slot, int block, int word) {

    /** Block {@code block} of data slot {@code slot}. */
    public static ZoneAddress ofSlot(int slot, int block) {
        return new ZoneAddress(slot, block, 0);
    }

    /** Param2 for the given zone. */
    public int encode(Zone zone) {
        return zone == Zone.DATA ? block << 8 | slot << 3 | word : block << 3 | word;
    }

    /** Takes Param2 apart for the given zone. Bits that the zone does not use are part of the block, so that they err. */
    public static ZoneAddress decode(Zone zone, int param2) {
        return zone == Zone.DATA ? new ZoneAddress(param2 >> 3 & 0x1F, param2 >> 8, param2 & 7)
                : new ZoneAddress(0, param2 >> 3, param2 & 7);
    }
}
