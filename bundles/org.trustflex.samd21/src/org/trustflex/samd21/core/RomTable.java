package org.trustflex.samd21.core;

/** What identifies the debug components in the private peripheral bus (Cortex-M0+ TRM, section 6.2 "ROM table"). */
final class RomTable {

    private static final int TABLE = 0xF_F000;
    private static final int SYSTEM_CONTROL = 0xE000;
    private static final int COMPONENT_IDS = 0xFF0;
    private static final int PERIPHERAL_ID_0 = 0xFE0;
    private static final int[] COMPONENT = { 0x0D, 0x10, 0x05, 0xB1 };
    /** Offsets of system control, watchpoint unit and breakpoint unit from the table, each marked present; then the end. */
    private static final int[] ENTRIES = { 0xFFF0_F003, 0xFFF0_2003, 0xFFF0_3003, 0 };

    private RomTable() {
    }

    /** Reads a word at an offset in the private peripheral bus; what identifies nothing is zero. */
    static int read(int offset) {
        int page = offset & ~0xFFF;
        int register = offset & 0xFFF;
        boolean table = page == TABLE;
        if (table && register < 4 * ENTRIES.length) {
            return ENTRIES[register >> 2];
        }
        if (!table && page != SYSTEM_CONTROL && page != 0x1000 && page != 0x2000) {
            return 0;
        }
        if (register >= COMPONENT_IDS) {
            int index = register - COMPONENT_IDS >> 2;
            return index == 1 && !table ? 0xE0 : COMPONENT[index];
        }
        if (register >= PERIPHERAL_ID_0) {
            return peripheral(page, register - PERIPHERAL_ID_0 >> 2);
        }
        return register == 0xFD0 ? 4 : 0;
    }

    private static int peripheral(int page, int index) {
        int part = switch (page) {
            case TABLE -> 0xC0;
            case SYSTEM_CONTROL -> 0x08;
            case 0x1000 -> 0x0A;
            default -> 0x0B;
        };
        return switch (index) {
            case 0 -> part;
            case 1 -> page == TABLE ? 0xB4 : 0xB0;
            case 2 -> 0x0B;
            default -> 0;
        };
    }
}
