package org.trustflex.atecc.config;

import java.util.stream.IntStream;

/** The sizes of the 16 data slots, the same in every ATECC608 (TFLXTLS data sheet, section 2.2). */
public final class SlotLayout {

    /** How many slots there are. */
    public static final int SLOT_COUNT = 16;
    /** Bytes in a block, the larger unit of Read and Write. */
    public static final int BLOCK_SIZE = 32;
    /** Bytes in a word, the smaller unit of Read and Write. */
    public static final int WORD_SIZE = 4;

    private static final int PRIVATE_KEY_SIZE = 36;
    private static final int GENERAL_DATA_SLOT = 8;
    private static final int GENERAL_DATA_SIZE = 416;
    private static final int PUBLIC_KEY_SIZE = 72;

    private SlotLayout() {
    }

    /** The numbers 0 to 15. */
    public static IntStream slots() {
        return IntStream.range(0, SLOT_COUNT);
    }

    /**
     * The size of a slot in bytes.
     *
     * @throws IllegalArgumentException if there is no such slot
     */
    public static int size(int slot) {
        if (slot < 0 || slot >= SLOT_COUNT) {
            throw new IllegalArgumentException("Slots are numbered 0 to 15, there is no slot " + slot);
        }
        if (slot < GENERAL_DATA_SLOT) {
            return PRIVATE_KEY_SIZE;
        }
        return slot == GENERAL_DATA_SLOT ? GENERAL_DATA_SIZE : PUBLIC_KEY_SIZE;
    }

    /** How many blocks a slot has, the last of which may be partial. */
    public static int blocks(int slot) {
        return (size(slot) + BLOCK_SIZE - 1) / BLOCK_SIZE;
    }
}
