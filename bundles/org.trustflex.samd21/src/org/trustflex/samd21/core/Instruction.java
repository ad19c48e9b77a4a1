package org.trustflex.samd21.core;

import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * The instructions of ARMv6-M by their first halfword (ARMv6-M Architecture Reference Manual, section A5.2). What
 * matches none is undefined.
 */
public enum Instruction {
    /** LSLS Rd, Rm, #imm; MOVS Rd, Rm with #0. */
    LSLS_IMMEDIATE(Operations.LSLS_IMMEDIATE, "00000iiiiimmmddd"),
    /** LSRS Rd, Rm, #imm. */
    LSRS_IMMEDIATE(Operations.LSRS_IMMEDIATE, "00001iiiiimmmddd"),
    /** ASRS Rd, Rm, #imm. */
    ASRS_IMMEDIATE(Operations.ASRS_IMMEDIATE, "00010iiiiimmmddd"),
    /** ADDS Rd, Rn, Rm. */
    ADDS_REGISTER(Operations.ADDS_REGISTER, "0001100mmmnnnddd"),
    /** SUBS Rd, Rn, Rm. */
    SUBS_REGISTER(Operations.SUBS_REGISTER, "0001101mmmnnnddd"),
    /** ADDS Rd, Rn, #imm. */
    ADDS_IMMEDIATE3(Operations.ADDS_IMMEDIATE3, "0001110iiinnnddd"),
    /** SUBS Rd, Rn, #imm. */
    SUBS_IMMEDIATE3(Operations.SUBS_IMMEDIATE3, "0001111iiinnnddd"),
    /** MOVS Rd, #imm. */
    MOVS_IMMEDIATE(Operations.MOVS_IMMEDIATE, "00100dddiiiiiiii"),
    /** CMP Rn, #imm. */
    CMP_IMMEDIATE(Operations.CMP_IMMEDIATE, "00101nnniiiiiiii"),
    /** ADDS Rd, #imm. */
    ADDS_IMMEDIATE8(Operations.ADDS_IMMEDIATE8, "00110dddiiiiiiii"),
    /** SUBS Rd, #imm. */
    SUBS_IMMEDIATE8(Operations.SUBS_IMMEDIATE8, "00111dddiiiiiiii"),
    /** ANDS Rd, Rm. */
    ANDS(Operations.ANDS, "0100000000mmmddd"),
    /** EORS Rd, Rm. */
    EORS(Operations.EORS, "0100000001mmmddd"),
    /** LSLS Rd, Rm. */
    LSLS_REGISTER(Operations.LSLS_REGISTER, "0100000010mmmddd"),
    /** LSRS Rd, Rm. */
    LSRS_REGISTER(Operations.LSRS_REGISTER, "0100000011mmmddd"),
    /** ASRS Rd, Rm. */
    ASRS_REGISTER(Operations.ASRS_REGISTER, "0100000100mmmddd"),
    /** ADCS Rd, Rm. */
    ADCS(Operations.ADCS, "0100000101mmmddd"),
    /** SBCS Rd, Rm. */
    SBCS(Operations.SBCS, "0100000110mmmddd"),
    /** RORS Rd, Rm. */
    RORS(Operations.RORS, "0100000111mmmddd"),
    /** TST Rn, Rm. */
    TST(Operations.TST, "0100001000mmmnnn"),
    /** RSBS Rd, Rn, #0. */
    RSBS(Operations.RSBS, "0100001001nnnddd"),
    /** CMP Rn, Rm. */
    CMP_REGISTER(Operations.CMP_REGISTER, "0100001010mmmnnn"),
    /** CMN Rn, Rm. */
    CMN(Operations.CMN, "0100001011mmmnnn"),
    /** ORRS Rd, Rm. */
    ORRS(Operations.ORRS, "0100001100mmmddd"),
    /** MULS Rd, Rn, Rd. */
    MULS(Operations.MULS, "0100001101nnnddd"),
    /** BICS Rd, Rm. */
    BICS(Operations.BICS, "0100001110mmmddd"),
    /** MVNS Rd, Rm. */
    MVNS(Operations.MVNS, "0100001111mmmddd"),
    /** ADD Rd, Rm. */
    ADD_HIGH(Operations.ADD_HIGH, "01000100dmmmmddd"),
    /** CMP Rn, Rm. */
    CMP_HIGH(Operations.CMP_HIGH, "01000101nmmmmnnn"),
    /** MOV Rd, Rm. */
    MOV_HIGH(Operations.MOV_HIGH, "01000110dmmmmddd"),
    /** BX Rm. */
    BX(Operations.BX, "010001110mmmm---"),
    /** BLX Rm. */
    BLX(Operations.BLX, "010001111mmmm---"),
    /** LDR Rt, label. */
    LDR_LITERAL(Operations.LDR_LITERAL, "01001tttiiiiiiii"),
    /** STR Rt, [Rn, Rm]. */
    STR_REGISTER(Operations.STR_REGISTER, "0101000mmmnnnttt"),
    /** STRH Rt, [Rn, Rm]. */
    STRH_REGISTER(Operations.STRH_REGISTER, "0101001mmmnnnttt"),
    /** STRB Rt, [Rn, Rm]. */
    STRB_REGISTER(Operations.STRB_REGISTER, "0101010mmmnnnttt"),
    /** LDRSB Rt, [Rn, Rm]. */
    LDRSB_REGISTER(Operations.LDRSB_REGISTER, "0101011mmmnnnttt"),
    /** LDR Rt, [Rn, Rm]. */
    LDR_REGISTER(Operations.LDR_REGISTER, "0101100mmmnnnttt"),
    /** LDRH Rt, [Rn, Rm]. */
    LDRH_REGISTER(Operations.LDRH_REGISTER, "0101101mmmnnnttt"),
    /** LDRB Rt, [Rn, Rm]. */
    LDRB_REGISTER(Operations.LDRB_REGISTER, "0101110mmmnnnttt"),
    /** LDRSH Rt, [Rn, Rm]. */
    LDRSH_REGISTER(Operations.LDRSH_REGISTER, "0101111mmmnnnttt"),
    /** STR Rt, [Rn, #imm]. */
    STR_IMMEDIATE(Operations.STR_IMMEDIATE, "01100iiiiinnnttt"),
    /** LDR Rt, [Rn, #imm]. */
    LDR_IMMEDIATE(Operations.LDR_IMMEDIATE, "01101iiiiinnnttt"),
    /** STRB Rt, [Rn, #imm]. */
    STRB_IMMEDIATE(Operations.STRB_IMMEDIATE, "01110iiiiinnnttt"),
    /** LDRB Rt, [Rn, #imm]. */
    LDRB_IMMEDIATE(Operations.LDRB_IMMEDIATE, "01111iiiiinnnttt"),
    /** STRH Rt, [Rn, #imm]. */
    STRH_IMMEDIATE(Operations.STRH_IMMEDIATE, "10000iiiiinnnttt"),
    /** LDRH Rt, [Rn, #imm]. */
    LDRH_IMMEDIATE(Operations.LDRH_IMMEDIATE, "10001iiiiinnnttt"),
    /** STR Rt, [SP, #imm]. */
    STR_STACK(Operations.STR_STACK, "10010tttiiiiiiii"),
    /** LDR Rt, [SP, #imm]. */
    LDR_STACK(Operations.LDR_STACK, "10011tttiiiiiiii"),
    /** ADR Rd, label. */
    ADR(Operations.ADR, "10100dddiiiiiiii"),
    /** ADD Rd, SP, #imm. */
    ADD_STACK(Operations.ADD_STACK, "10101dddiiiiiiii"),
    /** ADD SP, #imm. */
    ADD_TO_STACK(Operations.ADD_TO_STACK, "101100000iiiiiii"),
    /** SUB SP, #imm. */
    SUB_FROM_STACK(Operations.SUB_FROM_STACK, "101100001iiiiiii"),
    /** SXTH Rd, Rm. */
    SXTH(Operations.SXTH, "1011001000mmmddd"),
    /** SXTB Rd, Rm. */
    SXTB(Operations.SXTB, "1011001001mmmddd"),
    /** UXTH Rd, Rm. */
    UXTH(Operations.UXTH, "1011001010mmmddd"),
    /** UXTB Rd, Rm. */
    UXTB(Operations.UXTB, "1011001011mmmddd"),
    /** PUSH {registers}. */
    PUSH(Operations.PUSH, "1011010rrrrrrrrr"),
    /** CPSIE i; CPSID i. */
    CPS(Operations.CPS, "10110110011i----"),
    /** REV Rd, Rm. */
    REV(Operations.REV, "1011101000mmmddd"),
    /** REV16 Rd, Rm. */
    REV16(Operations.REV16, "1011101001mmmddd"),
    /** REVSH Rd, Rm. */
    REVSH(Operations.REVSH, "1011101011mmmddd"),
    /** POP {registers}. */
    POP(Operations.POP, "1011110rrrrrrrrr"),
    /** BKPT #imm. */
    BKPT(Operations.BKPT, "10111110iiiiiiii"),
    /** NOP; YIELD; WFE; WFI; SEV; other hints do nothing. */
    HINT(Operations.HINT, "10111111hhhh0000"),
    /** STM Rn!, {registers}. */
    STM(Operations.STM, "11000nnnrrrrrrrr"),
    /** LDM Rn!, {registers}. */
    LDM(Operations.LDM, "11001nnnrrrrrrrr"),
    /** BEQ label. */
    BEQ(Operations.BEQ, "11010000iiiiiiii"),
    /** BNE label. */
    BNE(Operations.BNE, "11010001iiiiiiii"),
    /** BCS label. */
    BCS(Operations.BCS, "11010010iiiiiiii"),
    /** BCC label. */
    BCC(Operations.BCC, "11010011iiiiiiii"),
    /** BMI label. */
    BMI(Operations.BMI, "11010100iiiiiiii"),
    /** BPL label. */
    BPL(Operations.BPL, "11010101iiiiiiii"),
    /** BVS label. */
    BVS(Operations.BVS, "11010110iiiiiiii"),
    /** BVC label. */
    BVC(Operations.BVC, "11010111iiiiiiii"),
    /** BHI label. */
    BHI(Operations.BHI, "11011000iiiiiiii"),
    /** BLS label. */
    BLS(Operations.BLS, "11011001iiiiiiii"),
    /** BGE label. */
    BGE(Operations.BGE, "11011010iiiiiiii"),
    /** BLT label. */
    BLT(Operations.BLT, "11011011iiiiiiii"),
    /** BGT label. */
    BGT(Operations.BGT, "11011100iiiiiiii"),
    /** BLE label. */
    BLE(Operations.BLE, "11011101iiiiiiii"),
    /** UDF #imm. */
    UDF(Operations.UDF, "11011110iiiiiiii"),
    /** SVC #imm. */
    SVC(Operations.SVC, "11011111iiiiiiii"),
    /** B label. */
    B(Operations.B, "11100iiiiiiiiiii"),
    /** first half of BL label; MSR; MRS; DSB; DMB; ISB; UDF.W. */
    WIDE(Operations.WIDE, "11110xxxxxxxxxxx");

    private static final int BITS = 16;

    private final int operation;
    private final String pattern;
    /** The bits of the pattern that are fixed, and what they are. */
    private final int mask;
    private final int fixed;

    Instruction(int operation, String pattern) {
        this.operation = operation;
        this.pattern = pattern;
        int digits = 0;
        int ones = 0;
        for (int index = 0; index < BITS; index++) {
            char wanted = pattern.charAt(index);
            digits = digits << 1 | (Character.isDigit(wanted) ? 1 : 0);
            ones = ones << 1 | (wanted == '1' ? 1 : 0);
        }
        this.mask = digits;
        this.fixed = ones;
    }

    /** The first halfword, highest bit first: 0 and 1 are fixed, letters are operands, - is ignored. */
    public String pattern() {
        return pattern;
    }

    /** Whether a halfword begins this instruction. */
    public boolean matches(int halfword) {
        return (halfword & mask) == fixed;
    }

    /** Calls for each halfword that begins this instruction. */
    void forEachHalfword(IntConsumer action) {
        int free = ~mask & (1 << BITS) - 1;
        // Counts down through the free bits alone: going through all halfwords for each instruction delays the start.
        int operands = free;
        action.accept(fixed | operands);
        while (operands != 0) {
            operands = operands - 1 & free;
            action.accept(fixed | operands);
        }
    }

    /** The number by which the interpreter knows it. */
    int operation() {
        return operation;
    }

    /** The instruction's name as in the manual, such as "adds". */
    public String mnemonic() {
        int underscore = name().indexOf('_');
        String mnemonic = underscore < 0 ? name() : name().substring(0, underscore);
        return mnemonic.toLowerCase(Locale.ROOT);
    }
}
