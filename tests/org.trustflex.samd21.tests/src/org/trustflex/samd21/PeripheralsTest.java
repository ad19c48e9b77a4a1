package org.trustflex.samd21;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.trustflex.samd21.core.CoreFault;

/** The peripherals, register by register, while the processor spins in a loop at address 0x100. */
final class PeripheralsTest {

    private static final int NVM_COMMAND = 0x4100_4000;
    private static final int NVM_FLAGS = 0x4100_4014;
    private static final int NVM_STATUS = 0x4100_4018;
    private static final int NVM_ADDRESS = 0x4100_401C;
    private static final int NVM_LOCK = 0x4100_4020;
    private static final int ERASE_ROW = 0xA502;
    private static final int WRITE_PAGE = 0xA504;
    private static final int ERASE_AUXILIARY = 0xA505;
    private static final int WRITE_AUXILIARY = 0xA506;
    private static final int LOCK_ERROR = 8;
    private static final int PM_RESET_CAUSE = 0x4000_0438;
    private static final int PM_APBC = 0x4000_0420;

    private final NonVolatileMemory memory = NonVolatileMemory.factoryNew();
    private final Samd21 part = spinning(memory);

    private static Samd21 spinning(NonVolatileMemory memory, int... code) {
        byte[] flash = memory.flash();
        put(flash, 0, 0x2000_1000);
        put(flash, 4, 0x101);
        put(flash, 12, 0x181);
        int[] program = code.length == 0 ? new int[] { 0xE7FE } : code;
        for (int index = 0; index < program.length; index++) {
            flash[0x100 + 2 * index] = (byte) program[index];
            flash[0x101 + 2 * index] = (byte) (program[index] >>> 8);
        }
        put(flash, 0x180, 0xE7FE_E7FE);
        return Samd21.powerOn(memory);
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int index = 0; index < 4; index++) {
            bytes[at + index] = (byte) (value >>> 8 * index);
        }
    }

    private void write32(int address, int value) {
        part.writeMemory(address, 4, value);
    }

    private void write16(int address, int value) {
        part.writeMemory(address, 2, value);
    }

    private void write8(int address, int value) {
        part.writeMemory(address, 1, value);
    }

    private int read32(int address) {
        return part.readMemory(address, 4);
    }

    private int read8(int address) {
        return part.readMemory(address, 1);
    }

    @Test
    void aPageIsWrittenWithoutTheAddressRegister() {
        write32(NVM_COMMAND, 0xA544);
        for (int offset = 0; offset < 64; offset += 4) {
            write32(0x1000 + offset, 0x1111_1111 * (offset / 4));
        }
        write16(NVM_COMMAND, WRITE_PAGE);
        assertEquals(1, read8(NVM_FLAGS), "ready, no error");
        assertEquals(0x3333_3333, read32(0x100C));
        write32(0x100C, 0xF0F0_F0F0);
        write16(NVM_COMMAND, WRITE_PAGE);
        assertEquals(0x3030_3030, read32(0x100C), "writing clears bits only");
        write32(NVM_ADDRESS, 0x1000 >> 1);
        write16(NVM_COMMAND, ERASE_ROW);
        assertEquals(-1, read32(0x100C));
    }

    @Test
    void aLockedRegionAndTheBootAreaRefuse() {
        write32(NVM_ADDRESS, 0x8000 >> 1);
        write16(NVM_COMMAND, 0xA540);
        assertEquals(0xFFFB, part.readMemory(NVM_LOCK, 2));
        write16(NVM_COMMAND, ERASE_ROW);
        assertEquals(3, read8(NVM_FLAGS));
        assertEquals(LOCK_ERROR, part.readMemory(NVM_STATUS, 2));
        write16(NVM_STATUS, LOCK_ERROR);
        assertEquals(0, part.readMemory(NVM_STATUS, 2));
        write16(NVM_COMMAND, 0xA541);
        write16(NVM_COMMAND, ERASE_ROW);
        assertEquals(0, part.readMemory(NVM_STATUS, 2));
    }

    @Test
    void theUserRowLastsAndLocksAtReset() {
        int[] row = new int[16];
        for (int index = 0; index < 16; index++) {
            row[index] = read32(0x80_4000 + 4 * index);
        }
        assertEquals(0xD8E0_C7FF, row[0]);
        row[1] = row[1] & 0xFFFF | 0xFFFE_0000;
        write32(NVM_ADDRESS, 0x80_4000 >> 1);
        write16(NVM_COMMAND, ERASE_AUXILIARY);
        for (int index = 0; index < 16; index++) {
            write32(0x80_4000 + 4 * index, row[index]);
        }
        write16(NVM_COMMAND, WRITE_AUXILIARY);
        Samd21 again = Samd21.powerOn(memory);
        assertEquals(0xFFFE, again.readMemory(NVM_LOCK, 2));
    }

    @Test
    void memoryThatIsNotThereFaults() {
        assertThrows(CoreFault.class, () -> part.readMemory(0x3000_0000, 4));
        assertThrows(CoreFault.class, () -> part.readMemory(0x0004_0000, 4));
        assertThrows(CoreFault.class, () -> part.writeMemory(0x1000, 1, 0),
                "bytes can't be written to the page buffer");
    }

    @Test
    void theWatchdogBitesAndSaysSo() {
        assertEquals(ResetCause.POWER_ON.bit(), read8(PM_RESET_CAUSE));
        write8(0x4000_1001, 0x00); // 8 cycles of 1024 Hz
        write8(0x4000_1000, 2);
        for (int count = 0; count < 4; count++) {
            part.run(Duration.ofMillis(6));
            write8(0x4000_1008, 0xA5);
        }
        assertEquals(ResetCause.POWER_ON.bit(), read8(PM_RESET_CAUSE), "cleared in time");
        part.run(Duration.ofMillis(10));
        assertEquals(ResetCause.WATCHDOG.bit(), read8(PM_RESET_CAUSE));
        assertEquals(0, read8(0x4000_1000), "off after the reset");
    }

    @Test
    void aTimerCountsAndOverflows() {
        write32(PM_APBC, 0x1_0000 | 1 << 11);
        write16(0x4000_0C02, 1 << 14 | 27); // TC3 from generator 0: 1 MHz
        write32(0x4200_2C18, 999 | 300 << 16);
        write16(0x4200_2C00, 1 << 5 | 2); // 16 bits, match frequency
        part.runCycles(500);
        int count = part.readMemory(0x4200_2C10, 2);
        assertEquals(500, count, 5);
        assertEquals(0x20, read8(0x4200_2C0E), "channel 1 matched");
        part.runCycles(600);
        assertEquals(100, part.readMemory(0x4200_2C10, 2), 5);
        assertEquals(0x31, read8(0x4200_2C0E), "overflow and channel 0");
    }

    @Test
    void aPinInterruptsOnItsEdge() {
        write8(0x4100_4445, 1); // PA05 to function A: line 5
        write32(0x4000_1818, 2 << 20); // falling edge
        write8(0x4000_1800, 2);
        part.drivePin(5, true);
        assertEquals(0, read32(0x4000_1810));
        part.drivePin(5, false);
        assertEquals(1 << 5, read32(0x4000_1810));
        write32(0x4000_1810, 1 << 5);
        assertEquals(0, read32(0x4000_1810));
    }

    @Test
    void aPinIsReadOnlyWithItsInputEnabled() {
        part.drivePin(7, true);
        assertEquals(0, read32(0x4100_4420));
        write8(0x4100_4447, 2);
        assertEquals(1 << 7, read32(0x4100_4420));
        assertEquals(1 << 7, read32(0x6000_0020), "also behind the single-cycle bus");
        part.releasePin(7);
        assertFalse(part.isPinHigh(7));
    }

    @Test
    void whatIsNotSimulatedIsToldOnce() {
        List<UnmodelledAccess> told = new ArrayList<>();
        part.onUnmodelledAccess(told::add);
        assertEquals(0, read32(0x4200_4400));
        read32(0x4200_4400);
        write32(0x4200_1000, 1);
        assertEquals(2, told.size());
        assertEquals(0x4200_4400, told.get(0).address());
        assertEquals(0x100, told.get(0).pc());
        assertEquals(UnmodelledAccess.Reason.NOT_SIMULATED, told.get(0).reason());
        assertEquals(UnmodelledAccess.Reason.CLOCK_OFF, told.get(1).reason());
        assertTrue(told.get(1).toString().contains("42001000"));
    }

    @Test
    void theInstructionThatTouchesWhatIsNotSimulatedIsNamedOnce() {
        List<UnmodelledAccess> told = new ArrayList<>();
        // ldr r0, [pc, #4]; str r0, [r0, #16]; b back to the str; (aligned) 0x42004400, the ADC
        Samd21 program = spinning(NonVolatileMemory.factoryNew(), 0x4801, 0x6100, 0xE7FD, 0xBF00, 0x4400, 0x4200);
        program.onUnmodelledAccess(told::add);
        program.runCycles(1000);
        assertEquals(List.of(new UnmodelledAccess(0x4200_4410, 0x102, true, 0x4200_4400,
                UnmodelledAccess.Reason.NOT_SIMULATED)), told);
    }

    @Test
    void theFactoryCalibrationOfTheOscillatorIsThereAndIsKept() {
        int coarse = read32(0x80_6024) >>> 26;
        assertTrue(coarse > 0 && coarse < 0x3F, "coarse value: " + coarse);
        int fine = read32(0x80_6028) & 0x3FF;
        write16(0x4000_0824, 0);
        assertEquals(1 << 4, read32(0x4000_080C) & 1 << 4, "ready");
        write32(0x4000_0828, coarse << 10 | fine);
        write16(0x4000_0824, 2);
        assertEquals(coarse << 10 | fine, read32(0x4000_0828) & 0xFFFF);
        write32(0x4000_0C04, 1 << 16 | 7 << 8);
        assertEquals(0, read8(0x4000_0C01) & 0x80, "not synchronising");
        assertEquals(48_000_000, part.hertz());
    }

    @Test
    void theDeviceServiceUnitKnowsThePartAndItsChecksum() {
        assertEquals(0x1001_030A, read32(0x4100_2018));
        assertEquals(0x0003_1000, read32(0x4100_4008));
        write32(0x4100_2004, 0);
        write32(0x4100_2008, 0x1000);
        write32(0x4100_200C, -1);
        write8(0x4100_2000, 4);
        CRC32 crc = new CRC32();
        crc.update(memory.flash(), 0, 0x1000);
        assertEquals((int) crc.getValue(), ~read32(0x4100_200C));
        write8(0x4100_2100, 0x10);
        assertEquals(-1, read32(0x100), "chip erase");
    }

    @Test
    void aProgramCanNotWriteToWhatIsProtected() {
        NonVolatileMemory other = NonVolatileMemory.factoryNew();
        // ldr r0, [pc, #4]; str r0, [r0]; b .; (aligned) 0x41002004, an address of the DSU
        Samd21 guarded = spinning(other, 0x4801, 0x6000, 0xE7FE, 0xBF00, 0x2004, 0x4100);
        guarded.runCycles(100);
        assertEquals(0x180, guarded.programCounter(), "in the handler of HardFault");
        guarded.writeMemory(0x4100_0000, 4, 2);
        guarded.reset(ResetCause.SYSTEM);
        assertEquals(2, guarded.readMemory(0x4100_0000, 4), "protected again after reset");
    }

    @Test
    void aSystemResetRequestResetsThePart() {
        NonVolatileMemory other = NonVolatileMemory.factoryNew();
        // ldr r0, [pc, #4]; ldr r1, [pc, #8]; str r1, [r0]; b .; AIRCR; the key with SYSRESETREQ
        Samd21 resetting = spinning(other, 0x4801, 0x4902, 0x6001, 0xE7FE, 0xED0C, 0xE000, 0x0004, 0x05FA);
        resetting.runCycles(40);
        assertEquals(ResetCause.SYSTEM.bit(), resetting.readMemory(PM_RESET_CAUSE, 1));
    }

    @Test
    void aSerialInterfaceWithoutItsClockStaysBusy() {
        write32(PM_APBC, 1 << 4);
        write32(0x4200_1000, 1);
        assertEquals(3, read32(0x4200_101C));
        write16(0x4000_0C02, 1 << 14 | 22);
        assertEquals(0, read32(0x4200_101C));
    }

    @Test
    void anEventOfAPinStartsATimer() {
        write32(PM_APBC, 0x1_0000 | 1 << 11 | 1 << 1);
        write16(0x4000_0C02, 1 << 14 | 27);
        write16(0x4200_2C0A, 0x20 | 2); // TC3 counts events
        write16(0x4200_2C00, 2);
        write32(0x4200_0404, 0x0C + 5 << 16); // channel 0 from external interrupt 5
        write16(0x4200_0408, 1 << 8 | 0x12);
        write8(0x4100_4445, 1);
        write32(0x4000_1818, 1 << 20);
        write32(0x4000_1804, 1 << 5);
        write8(0x4000_1800, 2);
        for (int count = 0; count < 3; count++) {
            part.drivePin(5, true);
            part.drivePin(5, false);
        }
        assertEquals(3, part.readMemory(0x4200_2C10, 2));
    }
}
