package org.trustflex.samd21.core;

/** The numbers of the instructions, dense, for the interpreter's switch, and the table that gives them. */
final class Operations {

    static final int UNDEFINED = 0;
    static final int LSLS_IMMEDIATE = 1;
    static final int LSRS_IMMEDIATE = 2;
    static final int ASRS_IMMEDIATE = 3;
    static final int ADDS_REGISTER = 4;
    static final int SUBS_REGISTER = 5;
    static final int ADDS_IMMEDIATE3 = 6;
    static final int SUBS_IMMEDIATE3 = 7;
    static final int MOVS_IMMEDIATE = 8;
    static final int CMP_IMMEDIATE = 9;
    static final int ADDS_IMMEDIATE8 = 10;
    static final int SUBS_IMMEDIATE8 = 11;
    static final int ANDS = 12;
    static final int EORS = 13;
    static final int LSLS_REGISTER = 14;
    static final int LSRS_REGISTER = 15;
    static final int ASRS_REGISTER = 16;
    static final int ADCS = 17;
    static final int SBCS = 18;
    static final int RORS = 19;
    static final int TST = 20;
    static final int RSBS = 21;
    static final int CMP_REGISTER = 22;
    static final int CMN = 23;
    static final int ORRS = 24;
    static final int MULS = 25;
    static final int BICS = 26;
    static final int MVNS = 27;
    static final int ADD_HIGH = 28;
    static final int CMP_HIGH = 29;
    static final int MOV_HIGH = 30;
    static final int BX = 31;
    static final int BLX = 32;
    static final int ADR = 33;
    static final int ADD_STACK = 34;
    static final int ADD_TO_STACK = 35;
    static final int SUB_FROM_STACK = 36;
    static final int SXTH = 37;
    static final int SXTB = 38;
    static final int UXTH = 39;
    static final int UXTB = 40;
    static final int CPS = 41;
    static final int REV = 42;
    static final int REV16 = 43;
    static final int REVSH = 44;
    static final int BKPT = 45;
    static final int HINT = 46;
    static final int BEQ = 47;
    static final int BNE = 48;
    static final int BCS = 49;
    static final int BCC = 50;
    static final int BMI = 51;
    static final int BPL = 52;
    static final int BVS = 53;
    static final int BVC = 54;
    static final int BHI = 55;
    static final int BLS = 56;
    static final int BGE = 57;
    static final int BLT = 58;
    static final int BGT = 59;
    static final int BLE = 60;
    static final int UDF = 61;
    static final int SVC = 62;
    static final int B = 63;
    static final int WIDE = 64;
    static final int LDR_LITERAL = 65;
    static final int STR_REGISTER = 66;
    static final int STRH_REGISTER = 67;
    static final int STRB_REGISTER = 68;
    static final int LDRSB_REGISTER = 69;
    static final int LDR_REGISTER = 70;
    static final int LDRH_REGISTER = 71;
    static final int LDRB_REGISTER = 72;
    static final int LDRSH_REGISTER = 73;
    static final int STR_IMMEDIATE = 74;
    static final int LDR_IMMEDIATE = 75;
    static final int STRB_IMMEDIATE = 76;
    static final int LDRB_IMMEDIATE = 77;
    static final int STRH_IMMEDIATE = 78;
    static final int LDRH_IMMEDIATE = 79;
    static final int STR_STACK = 80;
    static final int LDR_STACK = 81;
    static final int PUSH = 82;
    static final int POP = 83;
    static final int STM = 84;
    static final int LDM = 85;

    /** From here on they load or store. */
    static final int FIRST_TRANSFER = LDR_LITERAL;

    /** The number of the instruction that each halfword begins. */
    static final byte[] OF_HALFWORD = table();

    private Operations() {
    }

    private static byte[] table() {
        byte[] table = new byte[1 << 16];
        for (Instruction instruction : Instruction.values()) {
            instruction.forEachHalfword(halfword -> table[halfword] = (byte) instruction.operation());
        }
        return table;
    }
}
