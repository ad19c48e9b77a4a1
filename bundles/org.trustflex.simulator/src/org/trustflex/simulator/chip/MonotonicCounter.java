package org.trustflex.simulator.chip;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.packet.CounterMode;

/**
 * One of the two counters in the configuration zone (508A data sheet, section 3.2.5). Its eight bytes are four 16-bit
 * numbers, high byte first: two rows of bits that are cleared one by one, A for counts 0 to 15 of each 32 and B for
 * counts 16 to 31, then how often each row was used up. That is the form in which the vendor's host library writes a
 * start value.
 *
 * @param number 0 or 1
 * @param value  0 to 2 097 151
 */
public record MonotonicCounter(int number, int value) {

    /** How many bytes a counter takes. */
    public static final int LENGTH = 8;

    private static final int ROW = 16;
    private static final int BOTH_ROWS = 32;

    /** Reads a counter. */
    public static MonotonicCounter of(ConfigurationZone zone, int number) {
        byte[] bytes = zone.bytes();
        int at = offset(number);
        int clearedInA = ROW - Integer.bitCount(bigEndian16(bytes, at));
        int clearedInB = ROW - Integer.bitCount(bigEndian16(bytes, at + 2));
        int rounds = bigEndian16(bytes, at + 4);
        int inRound = clearedInA < ROW ? clearedInA : ROW + clearedInB;
        return new MonotonicCounter(number, rounds * BOTH_ROWS + inRound);
    }

    private static int bigEndian16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** Where the counter begins in the configuration zone. */
    public int offset() {
        return offset(number);
    }

    private static int offset(int number) {
        return ConfigurationZone.COUNTERS + LENGTH * number;
    }

    /** Whether the counter can't be incremented any more. */
    public boolean atMaximum() {
        return value >= CounterMode.MAXIMUM;
    }

    /** The counter one higher. */
    public MonotonicCounter incremented() {
        return new MonotonicCounter(number, value + 1);
    }

    /** The value in four bytes, low byte first, as Counter answers. */
    public byte[] valueBytes() {
        return new byte[] { (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24) };
    }

    /** The eight bytes in the configuration zone. */
    public byte[] encode() {
        int behind = Math.max(0, value - ROW);
        int rowA = 0xFFFF >> value % BOTH_ROWS;
        int rowB = 0xFFFF >> behind % BOTH_ROWS;
        int roundsA = value / BOTH_ROWS;
        int roundsB = behind / BOTH_ROWS;
        return new byte[] { (byte) (rowA >> 8), (byte) rowA, (byte) (rowB >> 8), (byte) rowB, (byte) (roundsA >> 8),
                (byte) roundsA, (byte) (roundsB >> 8), (byte) roundsB };
    }
}
