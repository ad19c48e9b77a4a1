package org.trustflex.samd21.peripherals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.samd21.I2cDevice;

import org.jspecify.annotations.Nullable;

/** The two wires and the devices on them. */
public final class I2cBus {

    private static final int NOT_CONNECTED = -2;

    private final List<I2cDevice> devices = new ArrayList<>();
    private @Nullable I2cDevice selected;
    private int dataPin = NOT_CONNECTED;
    private int clockPin = NOT_CONNECTED;

    /** Connects the wires to pins of the MCU. */
    public void wire(int data, int clock) {
        dataPin = data;
        clockPin = clock;
    }

    /** Adds a device. */
    public void connect(I2cDevice device) {
        devices.add(device);
    }

    int dataPin() {
        return dataPin;
    }

    int clockPin() {
        return clockPin;
    }

    boolean address(int value, Duration bit) {
        // The data line falls half a bit before the first bit.
        Duration leading = bit.multipliedBy(leadingZeros(value)).plus(bit.dividedBy(2));
        Duration longest = bit.multipliedBy(longestZeros(value));
        tellLow(leading.compareTo(longest) > 0 ? leading : longest);
        selected = null;
        for (I2cDevice device : devices) {
            if (device.addressed(value >>> 1, (value & 1) != 0)) {
                selected = device;
            }
        }
        return selected != null;
    }

    boolean send(int value, Duration bit) {
        tellLow(bit.multipliedBy(longestZeros(value)));
        return selected != null && selected.written(value);
    }

    int receive() {
        return selected == null ? 0xFF : selected.read() & 0xFF;
    }

    void stop() {
        selected = null;
        devices.forEach(I2cDevice::stopped);
    }

    private void tellLow(Duration low) {
        if (!low.isZero()) {
            devices.forEach(device -> device.dataLineLow(low));
        }
    }

    private static int leadingZeros(int value) {
        return Integer.numberOfLeadingZeros(value) - 24;
    }

    private static int longestZeros(int value) {
        int longest = 0;
        int run = 0;
        for (int bit = 7; bit >= 0; bit--) {
            run = (value >>> bit & 1) == 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
