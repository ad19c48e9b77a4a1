package org.trustflex.samd21.core;

/**
 * Two comparators for the program counter and for data addresses (ARMv6-M manual, C1.9 "Data watchpoint and trace"). A
 * match halts after the instruction.
 */
final class WatchpointUnit {

    private static final int COUNT = 2;
    private static final int FUNCTION_PC = 4;
    private static final int FUNCTION_READ = 5;
    private static final int FUNCTION_WRITE = 6;
    private static final int FUNCTION_ACCESS = 7;
    private static final int MATCHED = 1 << 24;

    private final Core core;
    private final int[] comparators = new int[COUNT];
    private final int[] masks = new int[COUNT];
    private final int[] functions = new int[COUNT];
    private boolean hit;

    WatchpointUnit(Core core) {
        this.core = core;
    }

    boolean isEnabled() {
        return functions[0] % MATCHED != 0 || functions[1] % MATCHED != 0;
    }

    /** Whether the instruction that was looked at before it ran matched. */
    boolean matched() {
        boolean was = hit;
        hit = false;
        return was;
    }

    /** Looks at what the next instruction is about to do. */
    void look() {
        hit = false;
        if (!isEnabled()) {
            return;
        }
        Registers registers = core.registers();
        DataAccess access = DataAccess.of(registers, core.memory());
        for (int index = 0; index < COUNT; index++) {
            if (matches(index, registers.next, access)) {
                functions[index] |= MATCHED;
                hit = true;
            }
        }
    }

    private boolean matches(int index, int pc, DataAccess access) {
        int size = 1 << Math.min(masks[index], 31);
        int start = comparators[index] & -size;
        return switch (functions[index] & 15) {
            case FUNCTION_PC -> (pc & -size) == start;
            case FUNCTION_READ -> !access.write() && access.overlaps(start, size);
            case FUNCTION_WRITE -> access.write() && access.overlaps(start, size);
            case FUNCTION_ACCESS -> access.overlaps(start, size);
            default -> false;
        };
    }

    int read(int offset) {
        if (offset == 0) {
            return COUNT << 28;
        }
        if (offset == 0x1C) {
            return core.registers().next;
        }
        int index = offset - 0x20 >> 4;
        if (index < 0 || index >= COUNT) {
            return RomTable.read(offset + 0x1000);
        }
        return switch (offset & 15) {
            case 0 -> comparators[index];
            case 4 -> masks[index];
            case 8 -> {
                int value = functions[index];
                functions[index] &= ~MATCHED;
                yield value;
            }
            default -> 0;
        };
    }

    void write(int offset, int value) {
        int index = offset - 0x20 >> 4;
        if (index < 0 || index >= COUNT) {
            return;
        }
        switch (offset & 15) {
            case 0 -> comparators[index] = value;
            case 4 -> masks[index] = value & 31;
            case 8 -> functions[index] = value & 15;
            default -> {
                // Reserved.
            }
        }
    }
}
