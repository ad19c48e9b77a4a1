package org.trustflex.samd21.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The processor sleeps, and wakes for interrupts and events, as ARMv6-M says. */
final class SleepTest extends ProgramWithVectors {

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
}
