package org.trustflex.samd21.peripherals;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

import org.trustflex.samd21.core.Exceptions;

/**
 * SYSCTRL: the oscillators (data sheet, section 17). All are ready as soon as they are enabled. The open-loop DFLL gives
 * 48 MHz whatever is written to DFLLVAL, which stands for a part whose calibration words are right.
 */
public final class Oscillators extends RegisterBlock {

    private static final int INTERRUPT = 1;
    private static final int ENABLE = 2;
    private static final long CRYSTAL_32K = 32_768;
    private static final int CLOSED_LOOP = 4;
    private static final int ALWAYS_READY = 1 << 4 | 1 << 9 | 1 << 11;

    private static final int OSC8M = 0x20;
    private static final int DFLLCTRL = 0x24;
    private static final int DFLLVAL = 0x28;
    private static final int DFLLMUL = 0x2C;
    private static final int DPLLCTRLA = 0x44;
    private static final int DPLLRATIO = 0x48;

    private final InterruptFlags interrupts;
    private final int[] values = new int[0x54];
    private Runnable onChange = () -> {
        // Set once the generators are there.
    };
    private IntToLongFunction references = channel -> 0;

    /** Makes the oscillators. */
    public Oscillators(SystemBus bus, Exceptions exceptions) {
        super(bus, 0x4000_0800);
        this.interrupts = new InterruptFlags(exceptions, INTERRUPT);
        registers(4, 0x00, 0x04, 0x08, 0x0C, 0x18, OSC8M, DFLLVAL, DFLLMUL, 0x34, 0x40, DPLLRATIO, 0x4C);
        registers(2, 0x10, 0x14, DFLLCTRL, 0x3C);
        registers(1, 0x1C, 0x30, DPLLCTRLA, 0x50);
        reset();
    }

    /**
     * Connects the generators.
     *
     * @param change is run when a frequency changed
     * @param inputs gives the frequency of a generic clock channel
     */
    void connect(Runnable change, IntToLongFunction inputs) {
        onChange = change;
        references = inputs;
    }

    /** The frequency of a source as GENCTRL.SRC numbers them, 0 for one that is off or not fitted on the board. */
    long hertz(int source) {
        return switch (source) {
            case 3 -> CRYSTAL_32K;
            case 4 -> isEnabled(0x18) ? CRYSTAL_32K : 0;
            case 6 -> isEnabled(OSC8M) ? 8_000_000L >> (values[OSC8M] >>> 8 & 3) : 0;
            case 7 -> dfllHertz();
            case 8 -> dpllHertz();
            default -> 0;
        };
    }

    private long dfllHertz() {
        if (!isEnabled(DFLLCTRL)) {
            return 0;
        }
        boolean closed = (values[DFLLCTRL] & CLOSED_LOOP) != 0;
        return closed ? references.applyAsLong(0) * (values[DFLLMUL] & 0xFFFF) : 48_000_000L;
    }

    private long dpllHertz() {
        if (!isEnabled(DPLLCTRLA)) {
            return 0;
        }
        int ratio = values[DPLLRATIO];
        long sixteenths = 16L * ((ratio & 0xFFF) + 1) + (ratio >>> 16 & 15);
        return references.applyAsLong(1) * sixteenths / 16;
    }

    private boolean isEnabled(int register) {
        return (values[register] & ENABLE) != 0;
    }

    @Override
    void reset() {
        Arrays.fill(values, 0);
        values[0x10] = 0x80;
        values[0x14] = 0x80;
        values[0x18] = 0x003F_0080;
        values[0x1C] = 0x1F;
        values[OSC8M] = 0x8707_0382;
        values[DFLLCTRL] = 0x80;
        values[DPLLCTRLA] = 0x80;
        interrupts.reset();
        onChange.run();
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x00, 0x04 -> interrupts.enabled();
            case 0x08 -> interrupts.flags();
            case 0x0C -> status();
            case 0x50 -> dpllHertz() > 0 ? 0x0F : 0;
            default -> values[register];
        };
    }

    private int status() {
        boolean locked = (values[DFLLCTRL] & CLOSED_LOOP) != 0 && dfllHertz() > 0;
        return ALWAYS_READY | (isEnabled(0x18) ? 1 << 2 : 0) | (isEnabled(OSC8M) ? 1 << 3 : 0)
                | (locked ? 0x3 << 6 : 0) | (dpllHertz() > 0 ? 1 << 15 : 0);
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> interrupts.disable(value);
            case 0x04 -> interrupts.enable(value);
            case 0x08 -> interrupts.clear(value);
            case 0x10, 0x14 -> {
                values[register] = value;
                if ((value & ENABLE) != 0) {
                    // The board has no crystal.
                    reportFunction(register, value);
                }
            }
            case 0x0C, 0x50 -> {
                // Read-only.
            }
            default -> {
                int before = status();
                values[register] = value;
                onChange.run();
                interrupts.set(status() & ~before);
            }
        }
    }
}
