package org.trustflex.samd21.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The memory map: flash from 0, SRAM from 0x20000000, and devices. Accesses must be aligned, and where nothing is they
 * fault. Little-endian.
 */
public final class Memory {

    /** Size of the flash in bytes. */
    public static final int FLASH_SIZE = 256 * 1024;
    /** Where the SRAM begins. */
    public static final int RAM_BASE = 0x2000_0000;
    /** Size of the SRAM in bytes. */
    public static final int RAM_SIZE = 32 * 1024;

    private static final VarHandle HALVES = MethodHandles.byteArrayViewVarHandle(short[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LINE_BITS = 3;
    private static final int NO_LINE = -1;

    private final byte[] flash;
    private final byte[] ram = new byte[RAM_SIZE];
    private final Clock clock;
    private final FlashTiming timing;
    private final Device others;
    private int line = NO_LINE;

    /**
     * Makes memory with zeroed SRAM.
     *
     * @param flash  {@link #FLASH_SIZE} bytes, used as they are
     * @param others answers for every other address; offsets are whole addresses
     */
    public Memory(Clock clock, byte[] flash, Device others) {
        this.flash = flash;
        this.clock = clock;
        this.timing = new FlashTiming(clock);
        this.others = others;
    }

    /** The flash array itself, for its controller and for images. */
    public byte[] flash() {
        return flash;
    }

    /** The SRAM itself. */
    public byte[] ram() {
        return ram;
    }

    /** How long the flash takes. */
    public FlashTiming timing() {
        return timing;
    }

    /** The halfword of an instruction, with the time that fetching takes beyond its one cycle. */
    int fetch(int address) {
        if (address >= 0 && address < FLASH_SIZE) {
            if (address >>> LINE_BITS != line) {
                line = address >>> LINE_BITS;
                timing.read(line);
            }
            return (short) HALVES.get(flash, address) & 0xFFFF;
        }
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            return (short) HALVES.get(ram, offset) & 0xFFFF;
        }
        // Peripherals and system space are never executed (ARMv6-M manual, B3.1).
        if (address < 0 || address >= 0x4000_0000) {
            throw new CoreFault(CoreFault.Cause.INVALID_STATE, address);
        }
        return others.read(address, 2);
    }

    int load32(int address) {
        if ((address & 3) != 0) {
            throw new CoreFault(CoreFault.Cause.UNALIGNED, address);
        }
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            return (int) WORDS.get(ram, offset);
        }
        if (address >= 0 && address < FLASH_SIZE) {
            readFlash(address);
            return (int) WORDS.get(flash, address);
        }
        return others.read(address, 4);
    }

    int load16(int address) {
        if ((address & 1) != 0) {
            throw new CoreFault(CoreFault.Cause.UNALIGNED, address);
        }
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            return (short) HALVES.get(ram, offset) & 0xFFFF;
        }
        if (address >= 0 && address < FLASH_SIZE) {
            readFlash(address);
            return (short) HALVES.get(flash, address) & 0xFFFF;
        }
        return others.read(address, 2) & 0xFFFF;
    }

    int load8(int address) {
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            return ram[offset] & 0xFF;
        }
        if (address >= 0 && address < FLASH_SIZE) {
            readFlash(address);
            return flash[address] & 0xFF;
        }
        return others.read(address, 1) & 0xFF;
    }

    void store32(int address, int value) {
        if ((address & 3) != 0) {
            throw new CoreFault(CoreFault.Cause.UNALIGNED, address);
        }
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            WORDS.set(ram, offset, value);
        } else {
            others.write(address, 4, value);
        }
    }

    void store16(int address, int value) {
        if ((address & 1) != 0) {
            throw new CoreFault(CoreFault.Cause.UNALIGNED, address);
        }
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            HALVES.set(ram, offset, (short) value);
        } else {
            others.write(address, 2, value & 0xFFFF);
        }
    }

    void store8(int address, int value) {
        int offset = address - RAM_BASE;
        if (offset >= 0 && offset < RAM_SIZE) {
            ram[offset] = (byte) value;
        } else {
            others.write(address, 1, value & 0xFF);
        }
    }

    /**
     * Reads as a bus master other than the core does, such as a debugger: no time passes.
     *
     * @param size 1, 2 or 4 bytes
     * @throws CoreFault if the bus answers with an error or the address is unaligned
     */
    public int read(int address, int size) {
        long now = clock.cycles;
        try {
            return switch (size) {
                case 1 -> load8(address);
                case 2 -> load16(address);
                default -> load32(address);
            };
        } finally {
            clock.cycles = now;
        }
    }

    /**
     * Writes as a bus master other than the core does, such as a debugger.
     *
     * @param size 1, 2 or 4 bytes
     * @throws CoreFault if the bus answers with an error or the address is unaligned
     */
    public void write(int address, int size, int value) {
        switch (size) {
            case 1 -> store8(address, value);
            case 2 -> store16(address, value);
            default -> store32(address, value);
        }
    }

    private void readFlash(int address) {
        // The data read may take the place of the line that instructions come from.
        line = NO_LINE;
        timing.read(address >>> LINE_BITS);
    }
}
