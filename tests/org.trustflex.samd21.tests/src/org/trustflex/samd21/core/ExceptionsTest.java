package org.trustflex.samd21.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Exceptions are taken, nested, chained, masked and returned from as ARMv6-M says. */
final class ExceptionsTest extends ProgramWithVectors {

    @Test
    void anInterruptStacksEightWordsAndReturns() {
        start(NOP, NOP);
        bench.registers.r[Registers.SP] = STACK - 4;
        bench.registers.r[0] = 0x11;
        bench.registers.r[12] = 0x12;
        bench.core.exceptions().enableInterrupts(1 << 5);
        bench.step();
        long begin = bench.clock.cycles();
        bench.core.exceptions().pend(21);
        bench.core.run(0);
        assertEquals(handler(21), pc());
        assertEquals(15, bench.clock.cycles() - begin, "cycles of the entry");
        assertEquals(0xFFFF_FFF9, bench.registers.r[Registers.LR]);
        int frame = bench.registers.r[Registers.SP];
        assertEquals(STACK - 8 - 32, frame, "aligned to eight bytes");
        assertEquals(0x11, bench.core.memory().read(frame, 4));
        assertEquals(0x12, bench.core.memory().read(frame + 16, 4));
        assertEquals(CODE + 2, bench.core.memory().read(frame + 24, 4));
        assertEquals(0xA100_0200, bench.core.memory().read(frame + 28, 4), "flags, T bit, and that it was aligned");
        bench.step();
        bench.step();
        assertEquals(CODE + 2, pc());
        assertEquals(STACK - 4, bench.registers.r[Registers.SP]);
        assertEquals(0xA100_0000, bench.registers.xpsr());
    }

    @Test
    void aHigherPriorityInterruptsALowerOneAndNotAnEqualOne() {
        start(NOP);
        Exceptions exceptions = bench.core.exceptions();
        exceptions.enableInterrupts(7);
        exceptions.setPriority(16, 0x80);
        exceptions.setPriority(17, 0x80);
        exceptions.setPriority(18, 0x40);
        exceptions.pend(16);
        bench.core.run(0);
        exceptions.pend(17);
        bench.core.run(0);
        assertEquals(handler(16), pc(), "equal priority waits");
        exceptions.pend(18);
        bench.core.run(0);
        assertEquals(handler(18), pc(), "higher priority does not");
        assertEquals(0xFFFF_FFF1, bench.registers.r[Registers.LR]);
    }

    @Test
    void theNextExceptionIsChainedWithoutUnstacking() {
        start(NOP);
        Exceptions exceptions = bench.core.exceptions();
        exceptions.enableInterrupts(3);
        exceptions.pend(16);
        exceptions.pend(17);
        bench.core.run(0);
        assertEquals(handler(16), pc(), "the lower number goes first");
        int frame = bench.registers.r[Registers.SP];
        bench.step();
        long begin = bench.clock.cycles();
        bench.step();
        assertEquals(handler(17), pc());
        assertEquals(frame, bench.registers.r[Registers.SP], "the same frame");
        assertEquals(9, bench.clock.cycles() - begin, "cycles of the return and the chain");
        bench.step();
        bench.step();
        assertEquals(CODE, pc());
        assertEquals(STACK, bench.registers.r[Registers.SP]);
    }

    @Test
    void primaskHoldsInterruptsBackAndNotTheNonMaskableOne() {
        start(0xB672, NOP, NOP, 0xB662, NOP);
        bench.core.exceptions().enableInterrupts(1);
        bench.step();
        bench.core.exceptions().pend(16);
        bench.step();
        assertEquals(CODE + 4, pc());
        bench.core.exceptions().pend(Exceptions.NMI);
        bench.core.run(0);
        assertEquals(handler(Exceptions.NMI), pc());
        bench.step();
        bench.step();
        bench.step();
        bench.step();
        assertEquals(handler(16), pc(), "taken when it is unmasked");
    }

    @Test
    void theSystemTimerInterruptsInItsPeriod() {
        start(0xE7FE);
        bench.core.memory().write(0xE000_E014, 4, 999);
        bench.core.memory().write(0xE000_E018, 4, 0);
        bench.core.memory().write(0xE000_E010, 4, 7);
        int taken = 0;
        while (bench.clock.cycles() < 100_000) {
            bench.step();
            if (pc() == handler(Exceptions.SYSTICK)) {
                taken++;
            }
        }
        assertEquals(100, taken, 1);
        assertEquals(0x1_0007, bench.core.memory().read(0xE000_E010, 4), "and says so once");
        assertEquals(7, bench.core.memory().read(0xE000_E010, 4));
    }

    @Test
    void threadModeMayHaveTheProcessStackAndHandlersDoNot() {
        start(0xF380, 0x8809, 0xF381, 0x8814, 0xB401, 0xDF00, NOP); // msr psp, r0; msr control, r1; push {r0}; svc
        bench.registers.r[0] = 0x2000_0800;
        bench.registers.r[1] = 2;
        bench.step();
        bench.step();
        bench.step();
        assertEquals(0x2000_07FC, bench.registers.processStackPointer());
        bench.step();
        assertEquals(handler(Exceptions.SVCALL), pc());
        assertEquals(0xFFFF_FFFD, bench.registers.r[Registers.LR]);
        assertEquals(STACK, bench.registers.r[Registers.SP]);
        assertEquals(0x2000_07FC - 4 - 32, bench.registers.processStackPointer());
        bench.step();
        bench.step();
        assertEquals(CODE + 12, pc());
        assertEquals(2, bench.registers.control());
        assertEquals(0x2000_07FC, bench.registers.r[Registers.SP]);
    }

    @Test
    void theVectorTableMayLieElsewhere() {
        start(NOP, NOP);
        bench.core.memory().write(0xE000_ED08, 4, 0x2000_0100);
        bench.core.memory().write(0x2000_0100 + 4 * Exceptions.PENDSV, 4, CODE + 0x80 | 1);
        bench.core.memory().write(0xE000_ED04, 4, 1 << 28);
        bench.core.run(0);
        assertEquals(CODE + 0x80, pc());
        assertEquals(Exceptions.PENDSV, bench.registers.exception);
    }

    @Test
    void aLineThatStaysUpInterruptsAgain() {
        start(0xE7FE);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().setLine(0, true);
        bench.core.run(0);
        bench.step();
        bench.step();
        assertEquals(handler(16), pc(), "chained to itself");
        bench.core.exceptions().setLine(0, false);
        bench.step();
        bench.step();
        assertEquals(CODE, pc());
    }

    @Test
    void theHigherPriorityIsChainedFirst() {
        start(NOP);
        Exceptions exceptions = bench.core.exceptions();
        exceptions.enableInterrupts(7);
        exceptions.setPriority(16, 0x40);
        exceptions.setPriority(17, 0xC0);
        exceptions.setPriority(18, 0x80);
        exceptions.pend(16);
        bench.core.run(0);
        exceptions.pend(17);
        exceptions.pend(18);
        bench.step();
        bench.step();
        assertEquals(handler(18), pc());
        bench.step();
        bench.step();
        assertEquals(handler(17), pc());
        bench.step();
        bench.step();
        assertEquals(CODE, pc());
    }

    @Test
    void aHandlerCanNotChooseTheProcessStack() {
        start(NOP);
        half(handler(16), 0xF381);
        half(handler(16) + 2, 0x8814); // msr control, r1
        bench = Bench.of(image);
        bench.registers.r[1] = 2;
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.core.run(0);
        bench.step();
        assertEquals(0, bench.registers.control());
    }
}
