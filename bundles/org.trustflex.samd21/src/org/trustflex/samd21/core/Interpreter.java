package org.trustflex.samd21.core;

import static org.trustflex.samd21.core.Registers.LR;
import static org.trustflex.samd21.core.Registers.SP;

/**
 * Carries out instructions, one switch over the table of first halfwords, with the cycles of the Cortex-M0+ Technical
 * Reference Manual, section 3.3. Whatever is more than arithmetic, a transfer or a branch is in {@link SystemInstructions}.
 */
final class Interpreter {

    private final Registers registers;
    private final Memory memory;
    private final Clock clock;
    private final SystemInstructions system;

    Interpreter(Registers registers, Memory memory, Clock clock, SystemInstructions system) {
        this.registers = registers;
        this.memory = memory;
        this.clock = clock;
        this.system = system;
    }

    /** Runs until the clock wants attention: one instruction at least, unless it wants it at once. */
    void execute() {
        Registers s = registers;
        while (clock.cycles < clock.attention) {
            int pc = s.next;
            s.pc = pc;
            int op = memory.fetch(pc);
            s.next = pc + 2;
            clock.cycles++;
            int operation = Operations.OF_HALFWORD[op];
            if (operation >= Operations.FIRST_TRANSFER) {
                transfer(s, s.r, op, operation);
            } else {
                step(s, s.r, op, operation);
            }
        }
    }

    private void step(Registers s, int[] r, int op, int operation) {
        switch (operation) {
            case Operations.LSLS_IMMEDIATE -> Arithmetic.lslImmediate(s, op);
            case Operations.LSRS_IMMEDIATE -> Arithmetic.lsrImmediate(s, op);
            case Operations.ASRS_IMMEDIATE -> Arithmetic.asrImmediate(s, op);
            case Operations.ADDS_REGISTER -> r[op & 7] = Arithmetic.add(s, r[op >>> 3 & 7], r[op >>> 6 & 7], 0);
            case Operations.SUBS_REGISTER -> r[op & 7] = Arithmetic.add(s, r[op >>> 3 & 7], ~r[op >>> 6 & 7], 1);
            case Operations.ADDS_IMMEDIATE3 -> r[op & 7] = Arithmetic.add(s, r[op >>> 3 & 7], op >>> 6 & 7, 0);
            case Operations.SUBS_IMMEDIATE3 -> r[op & 7] = Arithmetic.add(s, r[op >>> 3 & 7], ~(op >>> 6 & 7), 1);
            case Operations.MOVS_IMMEDIATE -> {
                r[op >>> 8 & 7] = op & 0xFF;
                s.result = op & 0xFF;
            }
            case Operations.CMP_IMMEDIATE -> Arithmetic.add(s, r[op >>> 8 & 7], ~(op & 0xFF), 1);
            case Operations.ADDS_IMMEDIATE8 -> r[op >>> 8 & 7] = Arithmetic.add(s, r[op >>> 8 & 7], op & 0xFF, 0);
            case Operations.SUBS_IMMEDIATE8 -> r[op >>> 8 & 7] = Arithmetic.add(s, r[op >>> 8 & 7], ~(op & 0xFF), 1);
            case Operations.ANDS -> s.result = r[op & 7] &= r[op >>> 3 & 7];
            case Operations.EORS -> s.result = r[op & 7] ^= r[op >>> 3 & 7];
            case Operations.LSLS_REGISTER -> Arithmetic.lslRegister(s, op);
            case Operations.LSRS_REGISTER -> Arithmetic.lsrRegister(s, op);
            case Operations.ASRS_REGISTER -> Arithmetic.asrRegister(s, op);
            case Operations.ADCS -> r[op & 7] = Arithmetic.add(s, r[op & 7], r[op >>> 3 & 7], s.carry);
            case Operations.SBCS -> r[op & 7] = Arithmetic.add(s, r[op & 7], ~r[op >>> 3 & 7], s.carry);
            case Operations.RORS -> Arithmetic.rorRegister(s, op);
            case Operations.TST -> s.result = r[op & 7] & r[op >>> 3 & 7];
            case Operations.RSBS -> r[op & 7] = Arithmetic.add(s, ~r[op >>> 3 & 7], 0, 1);
            case Operations.CMP_REGISTER -> Arithmetic.add(s, r[op & 7], ~r[op >>> 3 & 7], 1);
            case Operations.CMN -> Arithmetic.add(s, r[op & 7], r[op >>> 3 & 7], 0);
            case Operations.ORRS -> s.result = r[op & 7] |= r[op >>> 3 & 7];
            case Operations.MULS -> s.result = r[op & 7] *= r[op >>> 3 & 7];
            case Operations.BICS -> s.result = r[op & 7] &= ~r[op >>> 3 & 7];
            case Operations.MVNS -> s.result = r[op & 7] = ~r[op >>> 3 & 7];
            case Operations.ADD_HIGH -> {
                Arithmetic.addHigh(s, op);
                clock.cycles += writesProgramCounter(op);
            }
            case Operations.CMP_HIGH -> Arithmetic.cmpHigh(s, op);
            case Operations.MOV_HIGH -> {
                Arithmetic.movHigh(s, op);
                clock.cycles += writesProgramCounter(op);
            }
            case Operations.ADR -> r[op >>> 8 & 7] = (s.pc + 4 & ~3) + ((op & 0xFF) << 2);
            case Operations.ADD_STACK -> r[op >>> 8 & 7] = r[SP] + ((op & 0xFF) << 2);
            case Operations.ADD_TO_STACK -> r[SP] += (op & 0x7F) << 2;
            case Operations.SUB_FROM_STACK -> r[SP] -= (op & 0x7F) << 2;
            case Operations.SXTH -> r[op & 7] = (short) r[op >>> 3 & 7];
            case Operations.SXTB -> r[op & 7] = (byte) r[op >>> 3 & 7];
            case Operations.UXTH -> r[op & 7] = r[op >>> 3 & 7] & 0xFFFF;
            case Operations.UXTB -> r[op & 7] = r[op >>> 3 & 7] & 0xFF;
            case Operations.REV -> r[op & 7] = Integer.reverseBytes(r[op >>> 3 & 7]);
            case Operations.REV16 -> r[op & 7] = Integer.rotateRight(Integer.reverseBytes(r[op >>> 3 & 7]), 16);
            case Operations.REVSH -> r[op & 7] = Short.reverseBytes((short) r[op >>> 3 & 7]);
            case Operations.BEQ -> branchIf(s, op, s.zero());
            case Operations.BNE -> branchIf(s, op, !s.zero());
            case Operations.BCS -> branchIf(s, op, s.carry != 0);
            case Operations.BCC -> branchIf(s, op, s.carry == 0);
            case Operations.BMI -> branchIf(s, op, s.negative());
            case Operations.BPL -> branchIf(s, op, !s.negative());
            case Operations.BVS -> branchIf(s, op, s.overflow < 0);
            case Operations.BVC -> branchIf(s, op, s.overflow >= 0);
            case Operations.BHI -> branchIf(s, op, s.carry != 0 && !s.zero());
            case Operations.BLS -> branchIf(s, op, s.carry == 0 || s.zero());
            case Operations.BGE -> branchIf(s, op, s.negative() == s.overflow < 0);
            case Operations.BLT -> branchIf(s, op, s.negative() != s.overflow < 0);
            case Operations.BGT -> branchIf(s, op, !s.zero() && s.negative() == s.overflow < 0);
            case Operations.BLE -> branchIf(s, op, s.zero() || s.negative() != s.overflow < 0);
            case Operations.B -> {
                s.next = s.pc + 4 + (op << 21 >> 20);
                clock.cycles++;
            }
            case Operations.BX -> {
                clock.cycles++;
                system.branchExchange(Arithmetic.operand(s, op >>> 3 & 15));
            }
            case Operations.BLX -> {
                int target = Arithmetic.operand(s, op >>> 3 & 15);
                r[LR] = s.next | 1;
                clock.cycles++;
                system.branch(target);
            }
            case Operations.WIDE -> wide(s, op);
            default -> system.execute(op);
        }
    }

    private void transfer(Registers s, int[] r, int op, int operation) {
        // The stack, literals and words take two cycles; what goes to several registers, one more for each.
        switch (operation) {
            case Operations.LDR_LITERAL -> r[op >>> 8 & 7] = memory.load32((s.pc + 4 & ~3) + ((op & 0xFF) << 2));
            case Operations.STR_REGISTER -> memory.store32(indexed(r, op), r[op & 7]);
            case Operations.STRH_REGISTER -> memory.store16(indexed(r, op), r[op & 7]);
            case Operations.STRB_REGISTER -> memory.store8(indexed(r, op), r[op & 7]);
            case Operations.LDRSB_REGISTER -> r[op & 7] = (byte) memory.load8(indexed(r, op));
            case Operations.LDR_REGISTER -> r[op & 7] = memory.load32(indexed(r, op));
            case Operations.LDRH_REGISTER -> r[op & 7] = memory.load16(indexed(r, op));
            case Operations.LDRB_REGISTER -> r[op & 7] = memory.load8(indexed(r, op));
            case Operations.LDRSH_REGISTER -> r[op & 7] = (short) memory.load16(indexed(r, op));
            case Operations.STR_IMMEDIATE -> memory.store32(r[op >>> 3 & 7] + (op >>> 4 & 0x7C), r[op & 7]);
            case Operations.LDR_IMMEDIATE -> r[op & 7] = memory.load32(r[op >>> 3 & 7] + (op >>> 4 & 0x7C));
            case Operations.STRB_IMMEDIATE -> memory.store8(r[op >>> 3 & 7] + (op >>> 6 & 31), r[op & 7]);
            case Operations.LDRB_IMMEDIATE -> r[op & 7] = memory.load8(r[op >>> 3 & 7] + (op >>> 6 & 31));
            case Operations.STRH_IMMEDIATE -> memory.store16(r[op >>> 3 & 7] + (op >>> 5 & 0x3E), r[op & 7]);
            case Operations.LDRH_IMMEDIATE -> r[op & 7] = memory.load16(r[op >>> 3 & 7] + (op >>> 5 & 0x3E));
            case Operations.STR_STACK -> memory.store32(r[SP] + ((op & 0xFF) << 2), r[op >>> 8 & 7]);
            case Operations.LDR_STACK -> r[op >>> 8 & 7] = memory.load32(r[SP] + ((op & 0xFF) << 2));
            case Operations.PUSH -> clock.cycles += Transfers.push(s, memory, op) - 1;
            case Operations.POP -> pop(s, op);
            case Operations.STM -> clock.cycles += Transfers.stm(s, memory, op) - 1;
            case Operations.LDM -> clock.cycles += Transfers.ldm(s, memory, op) - 1;
            default -> throw new IllegalStateException("no transfer: " + operation);
        }
        clock.cycles++;
    }

    private void pop(Registers s, int op) {
        boolean withCounter = (op & 0x100) != 0;
        int count = Transfers.popCount(op);
        if (withCounter) {
            int target = memory.load32(s.r[SP] + 4 * count);
            Transfers.pop(s, memory, op);
            s.r[SP] += 4;
            clock.cycles += count + 2;
            system.branchExchange(target);
        } else {
            Transfers.pop(s, memory, op);
            clock.cycles += count - 1;
        }
    }

    private void wide(Registers s, int op) {
        int second = memory.fetch(s.next);
        s.next += 2;
        if ((second & 0xD000) != 0xD000) {
            system.executeWide(op, second);
            return;
        }
        int sign = op << 21 >> 31;
        // I1 and I2 are J1 and J2, inverted where the sign is clear (ARMv6-M manual, A6.7.13).
        int upper = ~(second >>> 13 ^ sign) & 1;
        int lower = ~(second >>> 11 ^ sign) & 1;
        s.r[LR] = s.next | 1;
        s.next += sign << 24 | upper << 23 | lower << 22 | (op & 0x3FF) << 12 | (second & 0x7FF) << 1;
        clock.cycles += 2;
    }

    private void branchIf(Registers s, int op, boolean taken) {
        if (taken) {
            s.next = s.pc + 4 + ((byte) op << 1);
            clock.cycles++;
        }
    }

    private static int indexed(int[] r, int op) {
        return r[op >>> 3 & 7] + r[op >>> 6 & 7];
    }

    private static int writesProgramCounter(int op) {
        return (op & 0x87) == 0x87 ? 1 : 0;
    }
}
