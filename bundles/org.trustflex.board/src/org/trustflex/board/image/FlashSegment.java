package org.trustflex.board.image;

/**
 * Bytes that belong together in the memory of the MCU.
 *
 * @param address of the first byte
 * @param bytes   at least one
 */
public record FlashSegment(int address, byte[] bytes) {

    /** Keeps a copy of the bytes. */
    public FlashSegment {
        bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The address after the last byte. */
    public int end() {
        return address + bytes.length;
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }
}
