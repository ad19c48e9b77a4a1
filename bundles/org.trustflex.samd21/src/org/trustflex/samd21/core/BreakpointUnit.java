package org.trustflex.samd21.core;

/** Four comparators for addresses in the code region (ARMv6-M manual, C1.10 "Breakpoint unit"). */
final class BreakpointUnit {

    private static final int COUNT = 4;
    private static final int LOWER = 1;
    private static final int UPPER = 2;

    private final int[] comparators = new int[COUNT];
    private boolean enabled;
    private boolean anySet;

    /** Whether any comparator could match. */
    boolean isEnabled() {
        return anySet;
    }

    boolean matches(int address) {
        if (!anySet) {
            return false;
        }
        for (int comparator : comparators) {
            int halves = comparator >>> 30;
            boolean half = (address & 2) == 0 ? (halves & LOWER) != 0 : (halves & UPPER) != 0;
            if ((comparator & 1) != 0 && half && (comparator & 0x1FFF_FFFC) == (address & ~3)) {
                return true;
            }
        }
        return false;
    }

    int read(int offset) {
        if (offset == 0) {
            return COUNT << 4 | (enabled ? 1 : 0);
        }
        int index = offset - 8 >> 2;
        return index >= 0 && index < COUNT ? comparators[index] : RomTable.read(offset + 0x2000);
    }

    void write(int offset, int value) {
        int index = offset - 8 >> 2;
        if (offset == 0) {
            if ((value & 2) != 0) {
                enabled = (value & 1) != 0;
            }
        } else if (index >= 0 && index < COUNT) {
            comparators[index] = value & 0xDFFF_FFFD;
        }
        anySet = false;
        for (int comparator : comparators) {
            anySet |= enabled && (comparator & 1) != 0;
        }
    }
}
