package org.trustflex.samd21.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every instruction of ARMv6-M with an example that was worked out by hand from the manual: what it is, the halfwords,
 * what was before, what is after, and the cycles it takes. Lock-step with the oracle covers the rest.
 */
final class InstructionTableTest {

    /**
     * Before each example: r0 = 0x20000100, r1 = 0xFFFFFFFE, r2 = 3, r3 = 0x80000001, r4 = 0x20, sp = 0x20001000, lr =
     * 0x201, flags clear, the word at 0x20000100 is 0x8182F384, that at 0x20001000 is 0x301, code at 0x100 in flash and
     * the word at 0x10C there 0xCAFE0001.
     */
    private static final String[] TABLE = {
            "LSLS_IMMEDIATE  | 0059      | r1=00000002 C           | 1", // lsls r1, r3, #1
            "LSLS_IMMEDIATE  | 0019      | r1=80000001 N           | 1", // movs r1, r3
            "LSRS_IMMEDIATE  | 0819      | r1=00000000 ZC          | 1", // lsrs r1, r3, #32
            "LSRS_IMMEDIATE  | 0859      | r1=40000000 C           | 1",
            "ASRS_IMMEDIATE  | 1059      | r1=C0000000 NC          | 1",
            "ASRS_IMMEDIATE  | 1019      | r1=FFFFFFFF NC          | 1", // #32
            "ADDS_REGISTER   | 1889      | r1=00000001 C           | 1", // adds r1, r1, r2
            "SUBS_REGISTER   | 1A9B      | r3=7FFFFFFE CV          | 1", // subs r3, r3, r2
            "ADDS_IMMEDIATE3 | 1C89      | r1=00000000 ZC          | 1",
            "SUBS_IMMEDIATE3 | 1ED2      | r2=00000000 ZC          | 1",
            "MOVS_IMMEDIATE  | 21FF      | r1=000000FF             | 1",
            "CMP_IMMEDIATE   | 2A04      | N                       | 1",
            "ADDS_IMMEDIATE8 | 3103      | r1=00000001 C           | 1",
            "SUBS_IMMEDIATE8 | 3A04      | r2=FFFFFFFF N           | 1",
            "ANDS            | 400A      | r2=00000002             | 1",
            "EORS            | 404A      | r2=FFFFFFFD N           | 1",
            "LSLS_REGISTER   | 40A3      | r3=00000000 ZC          | 1", // by 32
            "LSRS_REGISTER   | 40D3      | r3=10000000             | 1", // by 3
            "ASRS_REGISTER   | 4123      | r3=FFFFFFFF NC          | 1", // by 32
            "ADCS            | 4151      | r1=00000001 C           | 1",
            "SBCS            | 4192      | r2=FFFFFFFF N           | 1", // the carry is a borrow
            "RORS            | 41D3      | r3=30000000             | 1", // by 3
            "TST             | 421A      | -                       | 1",
            "RSBS            | 4252      | r2=FFFFFFFD N           | 1",
            "CMP_REGISTER    | 428A      | -                       | 1",
            "CMN             | 42CA      | C                       | 1",
            "ORRS            | 4323      | r3=80000021 N           | 1",
            "MULS            | 4351      | r1=FFFFFFFA N           | 1",
            "BICS            | 438B      | r3=00000001             | 1",
            "MVNS            | 43D2      | r2=FFFFFFFC N           | 1",
            "ADD_HIGH        | 4472      | r2=00000204             | 1", // add r2, lr
            "ADD_HIGH        | 44A7      | pc=00000124             | 2", // add pc, r4
            "CMP_HIGH        | 45F6      | ZC                      | 1", // cmp lr, lr
            "MOV_HIGH        | 46A1      | r9=00000020             | 1", // mov r9, r4
            "MOV_HIGH        | 46F7      | pc=00000200             | 2", // mov pc, lr
            "BX              | 4770      | pc=00000200             | 2",
            "BLX             | 47F0      | pc=00000200 lr=00000103 | 2",
            "LDR_LITERAL     | 4A02      | r2=CAFE0001             | 2", // ldr r2, [pc, #8]
            "STR_REGISTER    | 5102      | m20000120=00000003      | 2", // str r2, [r0, r4]
            "STRH_REGISTER   | 5303      | m20000120=00000001      | 2",
            "STRB_REGISTER   | 5501      | m20000120=000000FE      | 2",
            "LDRSB_REGISTER  | 5681      | r1=FFFFFF81             | 2", // ldrsb r1, [r0, r2]
            "LDR_REGISTER    | 5901      | r1=00000000             | 2",
            "LDRH_REGISTER   | 5B01      | r1=00000000             | 2",
            "LDRB_REGISTER   | 5C81      | r1=00000081             | 2",
            "LDRSH_REGISTER  | 5F01      | r1=00000000             | 2",
            "STR_IMMEDIATE   | 6042      | m20000104=00000003      | 2",
            "LDR_IMMEDIATE   | 6801      | r1=8182F384             | 2",
            "STRB_IMMEDIATE  | 7042      | m20000100=81820384      | 2",
            "LDRB_IMMEDIATE  | 7841      | r1=000000F3             | 2",
            "STRH_IMMEDIATE  | 8042      | m20000100=0003F384      | 2",
            "LDRH_IMMEDIATE  | 8841      | r1=00008182             | 2",
            "STR_STACK       | 9201      | m20001004=00000003      | 2",
            "LDR_STACK       | 9A00      | r2=00000301             | 2",
            "ADR             | A202      | r2=0000010C             | 1",
            "ADD_STACK       | AA02      | r2=20001008             | 1",
            "ADD_TO_STACK    | B002      | sp=20001008             | 1",
            "SUB_FROM_STACK  | B082      | sp=20000FF8             | 1",
            "SXTH            | B20B      | r3=FFFFFFFE             | 1",
            "SXTB            | B24B      | r3=FFFFFFFE             | 1",
            "UXTH            | B28B      | r3=0000FFFE             | 1",
            "UXTB            | B2CB      | r3=000000FE             | 1",
            "PUSH            | B504      | m20000FF8=00000003 m20000FFC=00000201 sp=20000FF8 | 3",
            "CPS             | B672      | masked                  | 1", // cpsid i
            "CPS             | B662      | -                       | 1", // cpsie i
            "REV             | BA1A      | r2=01000080             | 1",
            "REV16           | BA5A      | r2=00800100             | 1",
            "REVSH           | BACA      | r2=FFFFFEFF             | 1",
            "POP             | BC04      | r2=00000301 sp=20001004 | 2",
            "POP             | BD00      | pc=00000300 sp=20001004 | 4",
            "BKPT            | BE00      | fault                   | 1",
            "HINT            | BF00      | -                       | 1",
            "HINT            | BF10      | -                       | 1", // yield
            "HINT            | BF40      | -                       | 1", // sev
            "HINT            | BF50      | -                       | 1", // reserved
            "STM             | C006      | m20000100=FFFFFFFE m20000104=00000003 r0=20000108 | 3",
            "LDM             | C802      | r1=8182F384 r0=20000104 | 2",
            "LDM             | C803      | r0=8182F384 r1=00000000 | 3", // the base is in the list
            "BEQ             | D0FE      | -                       | 1",
            "BNE             | D1FE      | pc=00000100             | 2",
            "BCS             | D2FE      | -                       | 1",
            "BCC             | D3FE      | pc=00000100             | 2",
            "BMI             | D4FE      | -                       | 1",
            "BPL             | D57F      | pc=00000202             | 2",
            "BVS             | D6FE      | -                       | 1",
            "BVC             | D7FE      | pc=00000100             | 2",
            "BHI             | D8FE      | -                       | 1",
            "BLS             | D9FE      | pc=00000100             | 2",
            "BGE             | DAFE      | pc=00000100             | 2",
            "BLT             | DBFE      | -                       | 1",
            "BGT             | DCFE      | pc=00000100             | 2",
            "BLE             | DDFE      | -                       | 1",
            "UDF             | DE00      | fault                   | 1",
            "SVC             | DF00      | call                    | 1",
            "B               | E7FE      | pc=00000100             | 2",
            "WIDE            | F000 F87E | pc=00000200 lr=00000105 | 3", // bl
            "WIDE            | F7FF FFFC | pc=000000FC lr=00000105 | 3", // bl backwards
            "WIDE            | F3EF 8108 | r1=20001000 pc=00000104 | 3", // mrs r1, msp
            "WIDE            | F3EF 8209 | r2=00000000 pc=00000104 | 3", // mrs r2, psp
            "WIDE            | F3EF 8210 | r2=00000000 pc=00000104 | 3", // mrs r2, primask
            "WIDE            | F3EF 8214 | r2=00000000 pc=00000104 | 3", // mrs r2, control
            "WIDE            | F3EF 8205 | r2=00000000 pc=00000104 | 3", // mrs r2, ipsr
            "WIDE            | F3EF 8200 | r2=00000000 pc=00000104 | 3", // mrs r2, apsr
            "WIDE            | F383 8808 | sp=80000000 pc=00000104 | 3", // msr msp, r3
            "WIDE            | F383 8810 | masked pc=00000104      | 3", // msr primask, r3
            "WIDE            | F384 8814 | pc=00000104             | 3", // msr control, r4: SPSEL stays clear
            "WIDE            | F3BF 8F5F | pc=00000104             | 3", // dmb
            "WIDE            | F3BF 8F6F | pc=00000104             | 3", // isb
            "WIDE            | F383 8800 | N pc=00000104           | 3", // msr apsr, r3
            "WIDE            | F3BF 8F4F | pc=00000104             | 3", // dsb
            "WIDE            | F7F0 A000 | fault                   | 3" }; // udf.w

    static Stream<String> table() {
        return Arrays.stream(TABLE);
    }

    @Test
    void noInstructionIsMissing() {
        Set<Instruction> tested = table().map(row -> Instruction.valueOf(row.substring(0, row.indexOf(' '))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Instruction.class)));
        assertEquals(EnumSet.allOf(Instruction.class), tested);
    }

    @Test
    void noHalfwordBeginsTwoInstructions() {
        for (int halfword = 0; halfword < 1 << 16; halfword++) {
            int value = halfword;
            long count = Arrays.stream(Instruction.values()).filter(one -> one.matches(value)).count();
            assertEquals(count == 0 ? 0 : 1, count, () -> Integer.toHexString(value));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void doesWhatTheManualSays(String row) {
        String[] parts = row.split("\\|");
        String[] halfwords = parts[1].trim().split(" ");
        Bench bench = prepared(halfwords);
        assertEquals(Instruction.valueOf(parts[0].trim()).operation(),
                Operations.OF_HALFWORD[Integer.parseInt(halfwords[0], 16)], "decoded as");
        Bench expected = prepared(halfwords);
        expected.registers.next += halfwords.length * 2;
        String flags = "";
        for (String effect : parts[2].trim().split(" ")) {
            flags += apply(expected, effect);
        }
        long begin = bench.clock.cycles();
        bench.step();
        int exception = flags.contains("fault") ? Exceptions.HARD_FAULT
                : flags.contains("call") ? Exceptions.SVCALL : 0;
        assertEquals(exception, bench.registers.exception, "exception");
        if (exception == 0) {
            compare(expected, bench, flags);
            assertEquals(Integer.parseInt(parts[3].trim()), bench.clock.cycles() - begin, "cycles");
        }
    }

    private static void compare(Bench expected, Bench bench, String flags) {
        for (int number = 0; number < 16; number++) {
            assertEquals(Integer.toHexString(expected.registers.get(number)),
                    Integer.toHexString(bench.registers.get(number)), "r" + number);
        }
        String actual = (bench.registers.negative() ? "N" : "") + (bench.registers.zero() ? "Z" : "")
                + (bench.registers.carry != 0 ? "C" : "") + (bench.registers.overflow < 0 ? "V" : "");
        assertEquals(flags.replace("masked", ""), actual, "flags");
        assertEquals(flags.contains("masked"), bench.registers.masked, "PRIMASK");
        assertEquals(-1, Arrays.mismatch(expected.core.memory().ram(), bench.core.memory().ram()), "memory");
    }

    /** Applies an effect on a register or memory; what is left is flags. */
    private static String apply(Bench bench, String effect) {
        int equals = effect.indexOf('=');
        if (equals < 0) {
            return effect.equals("-") ? "" : effect;
        }
        int value = Integer.parseUnsignedInt(effect.substring(equals + 1), 16);
        String place = effect.substring(0, equals);
        switch (place) {
            case "pc" -> bench.registers.next = value;
            case "sp" -> bench.registers.r[Registers.SP] = value;
            case "lr" -> bench.registers.r[Registers.LR] = value;
            default -> {
                if (place.startsWith("m")) {
                    bench.core.memory().write(Integer.parseUnsignedInt(place.substring(1), 16), 4, value);
                } else {
                    bench.registers.r[Integer.parseInt(place.substring(1))] = value;
                }
            }
        }
        return "";
    }

    private static Bench prepared(String[] halfwords) {
        byte[] image = new byte[0x400];
        put(image, 0, 0x20001000);
        put(image, 4, 0x101);
        put(image, 4 * Exceptions.HARD_FAULT, 0x181);
        put(image, 4 * Exceptions.SVCALL, 0x191);
        put(image, 0x10C, 0xCAFE0001);
        for (int index = 0; index < halfwords.length; index++) {
            int value = Integer.parseInt(halfwords[index], 16);
            image[0x100 + 2 * index] = (byte) value;
            image[0x101 + 2 * index] = (byte) (value >>> 8);
        }
        Bench bench = Bench.of(image);
        int[] r = bench.registers.r;
        r[0] = 0x20000100;
        r[1] = -2;
        r[2] = 3;
        r[3] = 0x80000001;
        r[4] = 0x20;
        r[Registers.LR] = 0x201;
        bench.registers.setFlags(0);
        bench.core.memory().write(0x20000100, 4, 0x8182F384);
        bench.core.memory().write(0x20001000, 4, 0x301);
        return bench;
    }

    private static void put(byte[] image, int at, int value) {
        for (int index = 0; index < 4; index++) {
            image[at + index] = (byte) (value >>> 8 * index);
        }
    }
}
