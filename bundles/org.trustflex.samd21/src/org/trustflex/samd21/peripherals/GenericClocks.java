package org.trustflex.samd21.peripherals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** GCLK: nine generators that divide an oscillator, and the channels that bring them to peripherals (section 15). */
public final class GenericClocks extends RegisterBlock {

    /** Channel of the watchdog. */
    static final int WATCHDOG = 3;
    /** Channel of the external interrupt controller. */
    static final int EXTERNAL_INTERRUPTS = 5;
    /** Channel of the core clock of SERCOM0; the other instances follow. */
    static final int SERCOM0_CORE = 20;
    /** Channel of TCC2 and TC3. */
    static final int TC3 = 27;
    /** Channel of TC4 and TC5. */
    static final int TC4_TC5 = 28;

    private static final int GENERATORS = 9;
    private static final int CHANNELS = 37;
    private static final int GENERATOR_ENABLED = 1 << 16;
    private static final int DIVIDE_BY_POWER = 1 << 20;
    private static final int CHANNEL_ENABLED = 1 << 14;
    private static final int SOURCE_GENERATOR_1 = 2;

    private final Oscillators oscillators;
    private final PowerControl power;
    private final int[] control = new int[GENERATORS];
    private final int[] divisor = new int[GENERATORS];
    private final int[] channel = new int[CHANNELS];
    private final List<Runnable> listeners = new ArrayList<>();
    private int selectedControl;
    private int selectedDivisor;
    private int selectedChannel;

    /** Makes the generators and lets the power manager follow generator 0. */
    public GenericClocks(SystemBus bus, Oscillators oscillators, PowerControl power) {
        super(bus, 0x4000_0C00);
        this.oscillators = oscillators;
        this.power = power;
        registers(1, 0x00, 0x01);
        registers(2, 0x02);
        registers(4, 0x04, 0x08);
        oscillators.connect(this::changed, this::hertz);
        reset();
    }

    /** The frequency that a channel brings, 0 if none. */
    long hertz(int number) {
        int value = channel[number];
        return (value & CHANNEL_ENABLED) == 0 ? 0 : generatorHertz(value >>> 8 & 15);
    }

    /** Runs whenever a frequency may have changed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private long generatorHertz(int number) {
        if (number >= GENERATORS || (control[number] & GENERATOR_ENABLED) == 0) {
            return 0;
        }
        int source = control[number] >>> 8 & 31;
        long input = source == SOURCE_GENERATOR_1 && number != 1 ? generatorHertz(1) : oscillators.hertz(source);
        int factor = divisor[number] >>> 8 & 0xFFFF;
        if ((control[number] & DIVIDE_BY_POWER) != 0) {
            return input >> Math.min(factor + 1, 62);
        }
        return factor > 1 ? input / factor : input;
    }

    private void changed() {
        power.setMainHertz(generatorHertz(0));
        listeners.forEach(Runnable::run);
    }

    @Override
    void reset() {
        Arrays.fill(control, 0);
        Arrays.fill(divisor, 0);
        Arrays.fill(channel, 0);
        control[0] = 0x0001_0600;
        control[2] = 0x0011_0300;
        divisor[2] = 4 << 8;
        channel[WATCHDOG] = CHANNEL_ENABLED | 2 << 8;
        selectedControl = 0;
        selectedDivisor = 0;
        selectedChannel = 0;
        changed();
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x02 -> channel[selectedChannel] | selectedChannel;
            case 0x04 -> control[selectedControl] | selectedControl;
            case 0x08 -> divisor[selectedDivisor] | selectedDivisor;
            default -> 0;
        };
    }

    @Override
    public void write(int offset, int size, int value) {
        // A byte that is written to the identifier selects what the register shows, and changes nothing else.
        if (size == 1 && offset == 0x02) {
            selectedChannel = Math.min(value & 0x3F, CHANNELS - 1);
        } else if (size == 1 && offset == 0x04) {
            selectedControl = Math.min(value & 15, GENERATORS - 1);
        } else if (size == 1 && offset == 0x08) {
            selectedDivisor = Math.min(value & 15, GENERATORS - 1);
        } else {
            super.write(offset, size, value);
        }
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> {
                if ((value & 1) != 0) {
                    reset();
                }
            }
            case 0x02 -> {
                selectedChannel = Math.min(value & 0x3F, CHANNELS - 1);
                channel[selectedChannel] = value & 0xCF00;
            }
            case 0x04 -> {
                selectedControl = Math.min(value & 15, GENERATORS - 1);
                control[selectedControl] = value & 0x003F_1F00;
            }
            case 0x08 -> {
                selectedDivisor = Math.min(value & 15, GENERATORS - 1);
                divisor[selectedDivisor] = value & 0x00FF_FF00;
            }
            default -> {
                // STATUS is read-only.
            }
        }
        changed();
    }
}
