package org.trustflex.samd21.core;

/** Loads and stores of several registers. A transfer that faults leaves the base register as it was. */
final class Transfers {

    private static final int LINK = 1 << 8;

    private Transfers() {
    }

    /** STM: returns how many registers were stored. */
    static int stm(Registers s, Memory memory, int op) {
        int base = op >>> 8 & 7;
        int address = s.r[base];
        int count = store(s, memory, address, op & 0xFF);
        s.r[base] = address + 4 * count;
        return count;
    }

    /** LDM: returns how many registers were loaded. A base that is in the list keeps what was loaded. */
    static int ldm(Registers s, Memory memory, int op) {
        int base = op >>> 8 & 7;
        int address = s.r[base];
        int count = load(s, memory, address, op & 0xFF);
        if ((op >>> base & 1) == 0) {
            s.r[base] = address + 4 * count;
        }
        return count;
    }

    /** PUSH: returns how many registers were stored. */
    static int push(Registers s, Memory memory, int op) {
        int low = Integer.bitCount(op & 0xFF);
        boolean link = (op & LINK) != 0;
        int address = s.r[Registers.SP] - 4 * (low + (link ? 1 : 0));
        store(s, memory, address, op & 0xFF);
        if (link) {
            memory.store32(address + 4 * low, s.r[Registers.LR]);
        }
        s.r[Registers.SP] = address;
        return low + (link ? 1 : 0);
    }

    /** POP without the program counter: returns how many registers were loaded. */
    static int pop(Registers s, Memory memory, int op) {
        int address = s.r[Registers.SP];
        int count = load(s, memory, address, op & 0xFF);
        s.r[Registers.SP] = address + 4 * count;
        return count;
    }

    /** How many of R0 to R7 are in a list. */
    static int popCount(int op) {
        return Integer.bitCount(op & 0xFF);
    }

    private static int store(Registers s, Memory memory, int start, int list) {
        int address = start;
        for (int left = list; left != 0; left &= left - 1) {
            memory.store32(address, s.r[Integer.numberOfTrailingZeros(left)]);
            address += 4;
        }
        return address - start >>> 2;
    }

    private static int load(Registers s, Memory memory, int start, int list) {
        int count = Integer.bitCount(list);
        // All is read before a register changes, as any of the reads may fault.
        int[] loaded = s.loaded;
        for (int index = 0; index < count; index++) {
            loaded[index] = memory.load32(start + 4 * index);
        }
        int index = 0;
        for (int left = list; left != 0; left &= left - 1) {
            s.r[Integer.numberOfTrailingZeros(left)] = loaded[index];
            index++;
        }
        return count;
    }
}
