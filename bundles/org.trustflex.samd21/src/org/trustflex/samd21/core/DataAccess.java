package org.trustflex.samd21.core;

/**
 * The memory that an instruction is about to read or write.
 *
 * @param address the first byte
 * @param length  in bytes, 0 for an instruction that transfers nothing
 * @param write   whether it stores
 */
record DataAccess(int address, int length, boolean write) {

    private static final DataAccess NONE = new DataAccess(0, 0, false);

    boolean overlaps(int start, int size) {
        return length != 0 && (address - start >= 0 ? address - start < size : start - address < length);
    }

    /** That of the instruction that comes next. */
    static DataAccess of(Registers s, Memory memory) {
        int op;
        try {
            op = memory.read(s.next, 2);
        } catch (CoreFault fault) {
            // The instruction faults before it transfers anything.
            return NONE;
        }
        int[] r = s.r;
        int rn = r[op >>> 3 & 7];
        int indexed = rn + r[op >>> 6 & 7];
        int low = 4 * Integer.bitCount(op & 0xFF);
        int all = 4 * Integer.bitCount(op & 0x1FF);
        int stack = r[Registers.SP];
        int stackWord = stack + ((op & 0xFF) << 2);
        return switch (Operations.OF_HALFWORD[op]) {
            case Operations.LDR_LITERAL -> load((s.next + 4 & ~3) + ((op & 0xFF) << 2), 4);
            case Operations.STR_REGISTER -> store(indexed, 4);
            case Operations.STRH_REGISTER -> store(indexed, 2);
            case Operations.STRB_REGISTER -> store(indexed, 1);
            case Operations.LDR_REGISTER -> load(indexed, 4);
            case Operations.LDRH_REGISTER, Operations.LDRSH_REGISTER -> load(indexed, 2);
            case Operations.LDRB_REGISTER, Operations.LDRSB_REGISTER -> load(indexed, 1);
            case Operations.STR_IMMEDIATE -> store(rn + (op >>> 4 & 0x7C), 4);
            case Operations.LDR_IMMEDIATE -> load(rn + (op >>> 4 & 0x7C), 4);
            case Operations.STRB_IMMEDIATE -> store(rn + (op >>> 6 & 31), 1);
            case Operations.LDRB_IMMEDIATE -> load(rn + (op >>> 6 & 31), 1);
            case Operations.STRH_IMMEDIATE -> store(rn + (op >>> 5 & 0x3E), 2);
            case Operations.LDRH_IMMEDIATE -> load(rn + (op >>> 5 & 0x3E), 2);
            case Operations.STR_STACK -> store(stackWord, 4);
            case Operations.LDR_STACK -> load(stackWord, 4);
            case Operations.PUSH -> store(stack - all, all);
            case Operations.POP -> load(stack, all);
            case Operations.STM -> store(r[op >>> 8 & 7], low);
            case Operations.LDM -> load(r[op >>> 8 & 7], low);
            default -> NONE;
        };
    }

    private static DataAccess load(int address, int length) {
        return new DataAccess(address, length, false);
    }

    private static DataAccess store(int address, int length) {
        return new DataAccess(address, length, true);
    }
}
