package org.trustflex.samd21.peripherals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trustflex.samd21.PinListener;
import org.trustflex.samd21.core.Clock;

/**
 * PORT: the pins PA00 to PA31 (data sheet, section 23). Behind the single-cycle bus an access takes one cycle less, which
 * is not counted.
 */
public final class Port extends RegisterBlock {

    /** Peripheral function A: external interrupts. */
    static final int FUNCTION_A = 0;
    /** Peripheral function C: SERCOM. */
    static final int FUNCTION_C = 2;
    /** Peripheral function D: SERCOM, alternative. */
    static final int FUNCTION_D = 3;

    private static final int PINS = 32;
    private static final int MULTIPLEXED = 1;
    private static final int INPUT_ENABLED = 2;
    private static final int PULLED = 4;
    private static final int WRITABLE_CONFIGURATION = 0x47;

    private final Clock clock;
    private final List<List<PinListener>> listeners = new ArrayList<>();
    private final int[] configuration = new int[PINS];
    private final int[] functions = new int[PINS];
    private int direction;
    private int output;
    private int driven;
    private int outside;
    private int sampling;
    private int levels;

    /** Makes the port with all pins open. */
    public Port(SystemBus bus, Clock clock) {
        super(bus, 0x4100_4400);
        this.clock = clock;
        for (int pin = 0; pin < PINS; pin++) {
            listeners.add(new ArrayList<>());
        }
        registers(4, 0x00, 0x04, 0x08, 0x0C, 0x10, 0x14, 0x18, 0x1C, 0x20, 0x24, 0x28);
        for (int index = 0; index < PINS; index++) {
            registers(1, 0x40 + index);
        }
        for (int index = 0; index < PINS / 2; index++) {
            registers(1, 0x30 + index);
        }
        bus.attachSingleCyclePort(this);
    }

    /** Adds somebody who looks at a pin. */
    public void listen(int pin, PinListener listener) {
        listeners.get(pin).add(listener);
    }

    /** Drives a pin from outside, as a switch does; a pin that is an output is not changed. */
    public void drive(int pin, boolean high) {
        driven |= 1 << pin;
        outside = high ? outside | 1 << pin : outside & ~(1 << pin);
        update();
    }

    /** Opens a pin again that was driven from outside. */
    public void release(int pin) {
        driven &= ~(1 << pin);
        update();
    }

    /** The level of a pin; an open one without a pull resistor is low. */
    public boolean isHigh(int pin) {
        return (levels >>> pin & 1) != 0;
    }

    /** Whether a pin is given to a peripheral function, 0 for A to 7 for H. */
    boolean hasFunction(int pin, int function) {
        return (configuration[pin] & MULTIPLEXED) != 0 && functions[pin] == function;
    }

    @Override
    void reset() {
        direction = 0;
        output = 0;
        sampling = 0;
        Arrays.fill(configuration, 0);
        Arrays.fill(functions, 0);
        update();
    }

    @Override
    int get(int register) {
        if (register >= 0x40) {
            return configuration[register - 0x40];
        }
        if (register >= 0x30) {
            int pin = 2 * (register - 0x30);
            return functions[pin] | functions[pin + 1] << 4;
        }
        return switch (register) {
            case 0x00, 0x04, 0x08, 0x0C -> direction;
            case 0x10, 0x14, 0x18, 0x1C -> output;
            case 0x20 -> input();
            case 0x24 -> sampling;
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        if (register >= 0x40) {
            configuration[register - 0x40] = value & WRITABLE_CONFIGURATION;
        } else if (register >= 0x30) {
            int pin = 2 * (register - 0x30);
            functions[pin] = value & 15;
            functions[pin + 1] = value >>> 4;
        } else {
            setWord(register, value);
        }
        update();
    }

    private void setWord(int register, int value) {
        switch (register) {
            case 0x00 -> direction = value;
            case 0x04 -> direction &= ~value;
            case 0x08 -> direction |= value;
            case 0x0C -> direction ^= value;
            case 0x10 -> output = value;
            case 0x14 -> output &= ~value;
            case 0x18 -> output |= value;
            case 0x1C -> output ^= value;
            case 0x24 -> sampling = value;
            case 0x28 -> writeConfiguration(value);
            default -> {
                // IN is read-only.
            }
        }
    }

    /** WRCONFIG: several pins of one half at once. */
    private void writeConfiguration(int value) {
        int first = value < 0 ? 16 : 0;
        for (int index = 0; index < 16; index++) {
            if ((value >>> index & 1) == 0) {
                continue;
            }
            if ((value & 1 << 30) != 0) {
                configuration[first + index] = value >>> 16 & WRITABLE_CONFIGURATION;
            }
            if ((value & 1 << 28) != 0) {
                functions[first + index] = value >>> 24 & 15;
            }
        }
    }

    private int input() {
        int enabled = 0;
        for (int pin = 0; pin < PINS; pin++) {
            enabled |= (configuration[pin] & INPUT_ENABLED) != 0 ? 1 << pin : 0;
        }
        return levels & enabled;
    }

    private void update() {
        int now = 0;
        for (int pin = 0; pin < PINS; pin++) {
            now |= level(pin) << pin;
        }
        int changed = now ^ levels;
        levels = now;
        for (int left = changed; left != 0; left &= left - 1) {
            int pin = Integer.numberOfTrailingZeros(left);
            for (PinListener listener : listeners.get(pin)) {
                listener.changed(isHigh(pin), clock.time());
            }
        }
    }

    private int level(int pin) {
        boolean multiplexed = (configuration[pin] & MULTIPLEXED) != 0;
        if ((direction >>> pin & 1) != 0 && !multiplexed) {
            return output >>> pin & 1;
        }
        if ((driven >>> pin & 1) != 0) {
            return outside >>> pin & 1;
        }
        return (configuration[pin] & PULLED) != 0 ? output >>> pin & 1 : 0;
    }
}
