package org.trustflex.samd21.peripherals;

import java.util.Arrays;

import org.trustflex.samd21.UnmodelledAccess.Reason;
import org.trustflex.samd21.core.Device;

/**
 * A peripheral as registers of one, two or four bytes. Any access is taken apart into registers; a part of a register
 * that is written keeps the other part.
 */
abstract class RegisterBlock implements Device {

    private static final int SIZE = 0x400;
    private static final int NONE = -1;

    private final SystemBus bus;
    private final int base;
    private final int[] widths = new int[SIZE];
    private final int[] registerOfByte = new int[SIZE];

    /** A block without registers yet, which finds its place on the bus. */
    RegisterBlock(SystemBus bus, int base) {
        this.bus = bus;
        this.base = base;
        Arrays.fill(registerOfByte, NONE);
        bus.attach(base, this);
    }

    /** Adds registers of a width of 1, 2 or 4 bytes at offsets. */
    final void registers(int width, int... offsets) {
        for (int offset : offsets) {
            widths[offset] = width;
            Arrays.fill(registerOfByte, offset, offset + width, offset);
        }
    }

    /** The value of the register at an offset, with what reading does. */
    abstract int get(int register);

    /** Writes the register at an offset. */
    abstract void set(int register, int value);

    /** Returns all registers to what they are after reset. */
    abstract void reset();

    /** What a register keeps where only a part of it is written. */
    int kept(int register) {
        return get(register);
    }

    /** Tells that a write asked for something that is not simulated. */
    final void reportFunction(int register, int value) {
        bus.report(base + register, true, value, Reason.FUNCTION_NOT_SIMULATED);
    }

    @Override
    public int read(int offset, int size) {
        int value = 0;
        int index = 0;
        while (index < size) {
            int register = register(offset + index);
            if (register == NONE) {
                if (index == 0) {
                    bus.report(base + offset, false, 0, Reason.NOT_SIMULATED);
                }
                return value;
            }
            int skipped = offset + index - register;
            value |= get(register) >>> 8 * skipped << 8 * index;
            index += widths[register] - skipped;
        }
        return value;
    }

    @Override
    public void write(int offset, int size, int value) {
        int index = 0;
        while (index < size) {
            int register = register(offset + index);
            if (register == NONE) {
                // Zeros beyond the last register of a word mean nothing.
                if (index == 0 || value >>> 8 * index != 0) {
                    bus.report(base + offset + index, true, value, Reason.NOT_SIMULATED);
                }
                return;
            }
            int skipped = offset + index - register;
            int width = widths[register];
            int count = Math.min(width - skipped, size - index);
            int mask = ones(count) << 8 * skipped;
            int part = value >>> 8 * index << 8 * skipped & mask;
            set(register, count == width ? part : kept(register) & ~mask | part);
            index += count;
        }
    }

    private int register(int offset) {
        return offset < SIZE ? registerOfByte[offset] : NONE;
    }

    private static int ones(int bytes) {
        return bytes == 4 ? -1 : (1 << 8 * bytes) - 1;
    }
}
