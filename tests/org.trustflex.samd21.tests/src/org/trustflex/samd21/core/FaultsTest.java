package org.trustflex.samd21.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Faults become HardFault, and a fault within it lockup, as ARMv6-M says. */
final class FaultsTest extends ProgramWithVectors {

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
}
