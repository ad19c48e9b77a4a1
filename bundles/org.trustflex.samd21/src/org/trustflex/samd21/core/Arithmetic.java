package org.trustflex.samd21.core;

/** Data processing on registers and flags. One cycle each. */
final class Arithmetic {

    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private Arithmetic() {
    }

    /** Sets all flags as a + b + carry does; a subtraction adds the complement with a carry. */
    static int add(Registers s, int a, int b, int carry) {
        long sum = (a & UNSIGNED) + (b & UNSIGNED) + carry;
        int value = (int) sum;
        s.result = value;
        s.carry = (int) (sum >>> 32);
        s.overflow = (a ^ value) & (b ^ value);
        return value;
    }

    static void lslImmediate(Registers s, int op) {
        int amount = op >>> 6 & 31;
        int value = s.r[op >>> 3 & 7];
        if (amount != 0) {
            s.carry = value >>> 32 - amount & 1;
            value <<= amount;
        }
        s.r[op & 7] = value;
        s.result = value;
    }

    static void lsrImmediate(Registers s, int op) {
        int amount = op >>> 6 & 31;
        int value = s.r[op >>> 3 & 7];
        // An amount of 0 means 32.
        s.carry = value >>> (amount - 1 & 31) & 1;
        value = amount == 0 ? 0 : value >>> amount;
        s.r[op & 7] = value;
        s.result = value;
    }

    static void asrImmediate(Registers s, int op) {
        int amount = op >>> 6 & 31;
        int value = s.r[op >>> 3 & 7];
        s.carry = value >>> (amount - 1 & 31) & 1;
        value >>= amount == 0 ? 31 : amount;
        s.r[op & 7] = value;
        s.result = value;
    }

    static void lslRegister(Registers s, int op) {
        int amount = s.r[op >>> 3 & 7] & 0xFF;
        int value = s.r[op & 7];
        if (amount > 0 && amount < 32) {
            s.carry = value >>> 32 - amount & 1;
            value <<= amount;
        } else if (amount != 0) {
            s.carry = amount == 32 ? value & 1 : 0;
            value = 0;
        }
        s.r[op & 7] = value;
        s.result = value;
    }

    static void lsrRegister(Registers s, int op) {
        int amount = s.r[op >>> 3 & 7] & 0xFF;
        int value = s.r[op & 7];
        if (amount > 0 && amount < 32) {
            s.carry = value >>> amount - 1 & 1;
            value >>>= amount;
        } else if (amount != 0) {
            s.carry = amount == 32 ? value >>> 31 : 0;
            value = 0;
        }
        s.r[op & 7] = value;
        s.result = value;
    }

    static void asrRegister(Registers s, int op) {
        int amount = Math.min(s.r[op >>> 3 & 7] & 0xFF, 32);
        int value = s.r[op & 7];
        if (amount == 32) {
            value >>= 31;
            s.carry = value & 1;
        } else if (amount != 0) {
            s.carry = value >>> amount - 1 & 1;
            value >>= amount;
        }
        s.r[op & 7] = value;
        s.result = value;
    }

    static void rorRegister(Registers s, int op) {
        int amount = s.r[op >>> 3 & 7] & 0xFF;
        int value = s.r[op & 7];
        if (amount != 0) {
            value = Integer.rotateRight(value, amount);
            s.carry = value >>> 31;
        }
        s.r[op & 7] = value;
        s.result = value;
    }

    static void addHigh(Registers s, int op) {
        int target = op >>> 4 & 8 | op & 7;
        int value = operand(s, target) + operand(s, op >>> 3 & 15);
        setHigh(s, target, value);
    }

    static void cmpHigh(Registers s, int op) {
        add(s, operand(s, op >>> 4 & 8 | op & 7), ~operand(s, op >>> 3 & 15), 1);
    }

    static void movHigh(Registers s, int op) {
        setHigh(s, op >>> 4 & 8 | op & 7, operand(s, op >>> 3 & 15));
    }

    /** A register as an operand: the program counter reads four bytes ahead. */
    static int operand(Registers s, int number) {
        return number == Registers.PC ? s.pc + 4 : s.r[number];
    }

    private static void setHigh(Registers s, int number, int value) {
        s.set(number, value);
    }
}
