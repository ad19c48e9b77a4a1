package org.trustflex.samd21.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exceptions are taken, nested, chained, masked and returned from as ARMv6-M says. */
final class ExceptionsTest {

    private static final int CODE = 0x200;
    private static final int STACK = 0x2000_1000;
    private static final int NOP = 0xBF00;
    private static final int RETURN = 0x4770;
    private static final int WAIT_FOR_INTERRUPT = 0xBF30;

    private final byte[] image = new byte[0x400];
    private Bench bench;

    @BeforeEach
    void vectors() {
        word(0, STACK);
        word(4, CODE | 1);
        for (int number = 2; number < 48; number++) {
            word(4 * number, handler(number) | 1);
        }
        for (int at = 0xC0; at < image.length; at += 2) {
            half(at, NOP);
        }
        for (int number = 2; number < 48; number++) {
            half(handler(number) + 2, RETURN);
        }
    }

    private static int handler(int number) {
        return 0x100 + 4 * number;
    }

    private void start(int... code) {
        for (int index = 0; index < code.length; index++) {
            half(CODE + 2 * index, code[index]);
        }
        bench = Bench.of(image);
        bench.registers.setFlags(0xA000_0000);
    }

    private int pc() {
        return bench.registers.get(Registers.PC);
    }

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
    void waitForInterruptSleepsUntilOneIsPendingEvenIfMasked() {
        start(0xB672, WAIT_FOR_INTERRUPT, NOP, NOP);
        bench.core.exceptions().enableInterrupts(1);
        Alarm alarm = bench.clock.alarm(() -> bench.core.exceptions().pend(16));
        alarm.setIn(1_000_000);
        bench.core.run(999_000);
        assertTrue(bench.core.isSleeping());
        bench.core.run(1_001);
        assertFalse(bench.core.isSleeping());
        assertTrue(bench.clock.cycles() >= 1_000_000 && bench.clock.cycles() < 1_000_010, "idle time is skipped");
        assertEquals(0, bench.registers.exception, "masked");
    }

    @Test
    void waitForEventTakesAnEventThatWasSentBefore() {
        start(0xBF40, 0xBF20, NOP, 0xBF20, NOP);
        bench.step();
        bench.step();
        bench.step();
        assertEquals(CODE + 6, pc());
        bench.core.run(1000);
        assertTrue(bench.core.isSleeping());
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
    void faultsGoToHardFaultAndASecondOneLocksUp() {
        start(0x2003, 0x6801); // ldr r1, [r0] from address 3
        half(handler(Exceptions.HARD_FAULT), 0xDE00);
        bench = Bench.of(image);
        bench.step();
        bench.step();
        assertEquals(handler(Exceptions.HARD_FAULT), pc());
        assertEquals(CODE + 2, bench.core.memory().read(bench.registers.r[Registers.SP] + 24, 4), "where it happened");
        bench.step();
        assertTrue(bench.core.isLockedUp());
        bench.core.run(1000);
        assertTrue(bench.core.isLockedUp());
        bench.core.reset();
        assertFalse(bench.core.isLockedUp());
        assertEquals(CODE, pc());
    }

    @Test
    void anErasedFlashLocksUp() {
        Arrays.fill(image, (byte) 0xFF);
        bench = Bench.of(image);
        bench.core.run(100);
        assertTrue(bench.core.isLockedUp());
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
    void sleepOnExitSleepsAfterTheLastHandler() {
        start(NOP, NOP);
        bench.core.memory().write(0xE000_ED10, 4, 2);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.core.run(200);
        assertTrue(bench.core.isSleeping());
        assertEquals(CODE, pc());
    }

    @Test
    void branchingToAnAddressWithoutTheThumbBitFaults() {
        start(0x2000, 0x4700); // bx r0 to address 0 without its low bit
        bench.step();
        bench.step();
        bench.core.run(1);
        assertEquals(Exceptions.HARD_FAULT, bench.registers.exception);
    }

    @Test
    void aFaultWithinTheNonMaskableHandlerLocksUp() {
        start(NOP);
        half(handler(Exceptions.NMI), 0xDE00);
        bench = Bench.of(image);
        bench.core.exceptions().pend(Exceptions.NMI);
        bench.core.run(0);
        bench.step();
        assertTrue(bench.core.isLockedUp());
        assertEquals(0xFFFF_FFFE, pc());
    }

    @Test
    void theNonMaskableInterruptLeadsOutOfLockup() {
        start(0xDE00);
        half(handler(Exceptions.HARD_FAULT), 0xDE00);
        bench = Bench.of(image);
        bench.core.run(20);
        bench.core.run(1);
        assertTrue(bench.core.isLockedUp());
        bench.core.exceptions().pend(Exceptions.NMI);
        bench.core.run(0);
        assertFalse(bench.core.isLockedUp());
        assertEquals(handler(Exceptions.NMI), pc());
    }

    @Test
    void aStackThatIsNotThereTurnsAnInterruptIntoAHardFault() {
        start(NOP);
        bench.registers.setMainStack(0x3000_0000);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.core.run(0);
        assertEquals(Exceptions.HARD_FAULT, bench.registers.exception);
        assertFalse(bench.core.isLockedUp());
    }

    @Test
    void aVectorThatIsNotThereTurnsAnInterruptIntoAHardFault() {
        start(NOP);
        bench.core.memory().write(0xE000_ED08, 4, 0x3000_0000);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.core.run(0);
        assertTrue(bench.core.isLockedUp(), "the vector of HardFault is not there either");
    }

    @Test
    void aCallThatIsMaskedBecomesAHardFault() {
        start(0xB672, 0xDF00, NOP);
        bench.step();
        bench.step();
        assertEquals(Exceptions.HARD_FAULT, bench.registers.exception);
        assertEquals(CODE + 4, bench.core.memory().read(bench.registers.r[Registers.SP] + 24, 4));
    }

    @Test
    void aReturnThatFitsNothingIsAFault() {
        start(NOP);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.core.run(0);
        bench.registers.r[Registers.LR] = 0xFFFF_FFF1; // to a handler, where there is none
        bench.step();
        bench.step();
        assertEquals(Exceptions.HARD_FAULT, bench.registers.exception);
    }

    @Test
    void aHardFaultInterruptsAHandlerOfTheHighestPriority() {
        start(NOP);
        half(handler(16), 0xDE00);
        bench = Bench.of(image);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.core.run(0);
        bench.step();
        assertEquals(handler(Exceptions.HARD_FAULT), pc());
        assertEquals(0xFFFF_FFF1, bench.registers.r[Registers.LR]);
        assertTrue(bench.core.exceptions().isActive(16));
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
    void whatIsPendingAndDisabledWakesWaitForEventIfItIsAskedTo() {
        start(0xBF20, NOP, NOP);
        bench.core.run(100);
        assertTrue(bench.core.isSleeping());
        bench.core.exceptions().pend(16);
        bench.core.run(100);
        assertTrue(bench.core.isSleeping(), "a disabled interrupt is no event");
        bench.core.exceptions().unpend(16);
        bench.core.memory().write(0xE000_ED10, 4, 0x10); // SEVONPEND
        bench.core.exceptions().pend(16);
        bench.core.run(1);
        assertFalse(bench.core.isSleeping());
    }

    @Test
    void waitForInterruptDoesNotSleepIfOneIsPending() {
        start(0xB672, WAIT_FOR_INTERRUPT, NOP, NOP);
        bench.core.exceptions().enableInterrupts(1);
        bench.core.exceptions().pend(16);
        bench.step();
        assertEquals(handler(16), pc(), "taken before it is masked");
        bench.step();
        bench.step();
        bench.core.exceptions().setPriority(16, 0xC0);
        bench.step();
        bench.core.exceptions().pend(16);
        bench.step();
        bench.step();
        assertFalse(bench.core.isSleeping());
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

    private void half(int at, int value) {
        image[at] = (byte) value;
        image[at + 1] = (byte) (value >>> 8);
    }

    private void word(int at, int value) {
        half(at, value);
        half(at + 2, value >>> 16);
    }
}
