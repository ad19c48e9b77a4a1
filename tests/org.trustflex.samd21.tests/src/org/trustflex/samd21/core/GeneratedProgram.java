package org.trustflex.samd21.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random program that uses every instruction of ARMv6-M but WFI, which would wait for ever, with random operands, and
 * ends. Its HardFault handler goes on after the instruction that faulted.
 */
final class GeneratedProgram {

    private static final int CODE = 0x100;
    private static final int RETURN = 0x40;
    private static final int FAULT_HANDLER = 0x50;
    private static final int STACK = 0x2000_4000;
    private static final int DATA = 0x2000_0800;
    private static final int NOP = 0xBF00;

    private final Random random;
    private final List<Integer> code = new ArrayList<>();

    private GeneratedProgram(long seed) {
        random = new Random(seed);
    }

    /**
     * Makes a program.
     *
     * @param snippets how often each instruction is used in a pass
     * @param passes   how often all is run, each time with what the registers then hold
     */
    static byte[] image(long seed, int snippets, int passes) {
        return new GeneratedProgram(seed).make(snippets, passes);
    }

    private byte[] make(int snippets, int passes) {
        List<Instruction> order = new ArrayList<>();
        for (int count = 0; count < snippets; count++) {
            Collections.addAll(order, Instruction.values());
        }
        Collections.shuffle(order, random);
        literal(0, passes);
        emit(0xB401); // push {r0}: the passes that are left lie on the stack
        int top = here();
        for (Instruction instruction : order) {
            snippet(instruction);
            if (random.nextInt(4) == 0) {
                literal(random.nextInt(7), value());
            }
        }
        emit(0x9800); // ldr r0, [sp]
        emit(0x3801); // subs r0, #1
        emit(0x9000); // str r0, [sp]
        emit(0xD000 | 2); // beq to the end
        literal(1, top | 1);
        // The branch over the literal left the address in r1; the end is behind.
        emit(0x4708); // bx r1
        patchExit();
        literal(1, 0x20026);
        emit(0x2018);
        emit(0xBEAB);
        return assemble();
    }

    /** Lets the last "beq" reach what follows. */
    private void patchExit() {
        for (int index = code.size() - 1;; index--) {
            if (code.get(index) == (0xD000 | 2)) {
                code.set(index, 0xD000 | code.size() - index - 2);
                return;
            }
        }
    }

    private byte[] assemble() {
        byte[] image = new byte[CODE + 2 * code.size()];
        word(image, 0, STACK);
        word(image, 4, CODE | 1);
        word(image, 4 * Exceptions.HARD_FAULT, FAULT_HANDLER | 1);
        word(image, 4 * Exceptions.SVCALL, RETURN | 1);
        half(image, RETURN, 0x4770); // bx lr
        // The handler looks whether the instruction has one halfword or two.
        int[] handler = { 0x9A06, 0x8813, 0x0ADB, 0x2B1D, 0xD300, 0x3202, 0x3202, 0x9206, 0x4770 };
        for (int index = 0; index < handler.length; index++) {
            half(image, FAULT_HANDLER + 2 * index, handler[index]);
        }
        for (int index = 0; index < code.size(); index++) {
            half(image, CODE + 2 * index, code.get(index));
        }
        return image;
    }

    private void snippet(Instruction instruction) {
        switch (instruction) {
            case STR_REGISTER, STRH_REGISTER, STRB_REGISTER, LDRSB_REGISTER, LDR_REGISTER, LDRH_REGISTER, LDRB_REGISTER,
                    LDRSH_REGISTER ->
                indexed(instruction);
            case STR_IMMEDIATE, LDR_IMMEDIATE, STRB_IMMEDIATE, LDRB_IMMEDIATE, STRH_IMMEDIATE, LDRH_IMMEDIATE -> {
                literal(6, address());
                emit(operands(instruction) & ~0x38 | 6 << 3);
            }
            case STR_STACK, LDR_STACK -> {
                emit(0xB0C0); // sub sp, #256, so that the loop's count is not overwritten
                emit(operands(instruction) & ~0xC0);
                emit(0xB040);
            }
            case ADD_TO_STACK, SUB_FROM_STACK -> {
                int amount = random.nextInt(128);
                emit(0xB080 | amount);
                emit(0xB000 | amount);
            }
            case LDR_LITERAL -> literal(random.nextInt(7), value());
            case PUSH -> {
                int list = random.nextInt(512) | 1;
                emit(0xB400 | list);
                emit(0xB000 | Integer.bitCount(list)); // add sp
            }
            case POP -> pop();
            case STM -> several(0xC000);
            case LDM -> several(0xC800);
            case BX -> exchange(0x4700);
            case BLX -> exchange(0x4780);
            case ADD_HIGH, MOV_HIGH -> high(instruction);
            case B -> {
                emit(0xE000);
                emit(NOP);
            }
            case WIDE -> wide();
            case HINT -> {
                emit(0xBF40); // an event, so that WFE does not wait: the oracle never does
                emit(0xBF00 | new int[] { 0, 1, 2, 4, 5, 15 }[random.nextInt(6)] << 4);
            }
            case SVC -> {
                emit(operands(instruction));
                emit(NOP); // skipped by the handler if interrupts are masked, and the call became a fault
                emit(NOP);
            }
            case BKPT -> emit(NOP); // the one that ends the program
            default -> plain(instruction);
        }
    }

    private void plain(Instruction instruction) {
        int op = operands(instruction);
        boolean conditional = op >>> 12 == 0xD && (op >>> 8 & 15) < 14;
        if (conditional) {
            // Compared with whatever it is, or one time in three with what it was just set to: both ways are walked.
            int compared = random.nextInt(7) << 8 | random.nextInt(256);
            if (random.nextInt(3) == 0) {
                emit(0x2000 | compared);
            }
            emit(0x2800 | compared);
            emit(op & ~0xFF | 1);
            emit(operands(Instruction.EORS));
            emit(operands(Instruction.SBCS));
        } else {
            emit(op);
        }
    }

    private void indexed(Instruction instruction) {
        literal(6, address());
        literal(5, random.nextInt(64) - 32);
        emit(operands(instruction) & ~0x1F8 | 6 << 3 | 5 << 6);
    }

    private void pop() {
        int list = random.nextInt(128);
        if (random.nextBoolean()) {
            emit(0xB480 | list); // push with r7, so that it is never empty
            emit(0xBC80 | list);
        } else {
            align();
            int target = here() + 8 + 8;
            literal(7, target | 1);
            emit(0xB480 | list);
            emit(0xBD00 | list);
            emit(NOP);
            emit(NOP);
        }
    }

    private void several(int op) {
        int base = random.nextInt(8);
        int list = random.nextInt(256) | 1 << random.nextInt(8);
        boolean store = op == 0xC000;
        if (store && (list >>> base & 1) != 0 && Integer.numberOfTrailingZeros(list) != base) {
            list &= ~(1 << base); // what would be stored for it is not defined
            list |= base == 0 ? 2 : 1;
        }
        literal(base, DATA + 4 * random.nextInt(64) + (random.nextInt(8) == 0 ? 2 : 0));
        emit(op | base << 8 | list);
    }

    private void exchange(int op) {
        align();
        int target = here() + 8 + 4;
        int register = random.nextInt(7);
        literal(register, target | 1);
        emit(op | register << 3);
        emit(NOP);
    }

    private void high(Instruction instruction) {
        boolean counter = instruction == Instruction.MOV_HIGH && random.nextInt(3) == 0;
        if (counter) {
            align();
            int register = random.nextInt(7);
            literal(register, here() + 8 + 4 | random.nextInt(2));
            emit(0x4687 | register << 3); // mov pc, register
            emit(NOP);
            return;
        }
        int target = new int[] { 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14 }[random.nextInt(13)];
        int source = random.nextInt(16);
        int op = instruction == Instruction.ADD_HIGH ? 0x4400 : 0x4600;
        emit(op | (target & 8) << 4 | target & 7 | source << 3);
    }

    private void wide() {
        int choice = random.nextInt(6);
        int register = random.nextInt(7);
        switch (choice) {
            case 0 -> {
                emit(0xF000); // bl over one halfword
                emit(0xF801);
                emit(NOP);
            }
            case 1 -> {
                literal(register, value() & ~(1 << 27)); // the oracle keeps a Q flag, which ARMv6-M has not
                emit(0xF380 | register); // msr apsr
                emit(0x8800);
            }
            case 2 -> {
                emit(0xF3EF);
                emit(0x8000 | register << 8 | new int[] { 0, 1, 2, 3, 5, 6, 7, 8, 9, 16, 20 }[random.nextInt(11)]);
            }
            case 3 -> {
                emit(0xF3BF);
                emit(0x8F4F + 0x10 * random.nextInt(3)); // dsb, dmb, isb
            }
            case 4 -> {
                literal(register, DATA + 0x400 + random.nextInt(8));
                emit(0xF380 | register); // msr psp
                emit(0x8809);
            }
            default -> {
                emit(0xF7F0 | random.nextInt(16)); // udf.w
                emit(0xA000 | random.nextInt(0x1000));
            }
        }
    }

    /** An instruction with random operands. */
    private int operands(Instruction instruction) {
        int op = 0;
        for (int bit = 0; bit < 16; bit++) {
            char kind = instruction.pattern().charAt(15 - bit);
            int value = Character.isDigit(kind) ? kind - '0' : kind == '-' ? 0 : random.nextInt(2);
            op |= value << bit;
        }
        if (instruction == Instruction.CMP_HIGH) {
            // Both low, or the program counter, is not defined.
            op |= 0x80;
            op = (op & 7) == 7 ? op & ~1 : op;
            op = (op >>> 3 & 15) == 15 ? op & ~8 : op;
        }
        return instruction == Instruction.CPS ? op | 2 : op;
    }

    /** Loads a register with a word that lies behind the load: eight bytes, from an aligned address. */
    private void literal(int register, int value) {
        align();
        emit(0x4800 | register << 8);
        emit(0xE001);
        emit(value & 0xFFFF);
        emit(value >>> 16);
    }

    private int value() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(64) - 8;
            case 1 -> Integer.MIN_VALUE + random.nextInt(3) - 1;
            case 2 -> 1 << random.nextInt(32);
            default -> random.nextInt();
        };
    }

    /** An address of data, one time in eight not aligned. */
    private int address() {
        return DATA + 4 * random.nextInt(128) + (random.nextInt(8) == 0 ? random.nextInt(4) : 0);
    }

    private void align() {
        if (here() % 4 != 0) {
            emit(NOP);
        }
    }

    private int here() {
        return CODE + 2 * code.size();
    }

    private void emit(int halfword) {
        code.add(halfword);
    }

    private static void half(byte[] image, int at, int value) {
        image[at] = (byte) value;
        image[at + 1] = (byte) (value >>> 8);
    }

    private static void word(byte[] image, int at, int value) {
        half(image, at, value);
        half(image, at + 2, value >>> 16);
    }
}
