package org.trustflex.samd21.peripherals;

import java.time.Duration;

import org.trustflex.samd21.core.Alarm;
import org.trustflex.samd21.core.Clock;

/**
 * The I2C master side of a SERCOM, byte by byte with the time each takes (data sheet, section 28). Not simulated: ten-bit
 * addresses, high-speed mode, transfers of given length, arbitration, as there is no second master.
 */
public final class I2cMaster {

    private static final int ON_BUS = 1;
    private static final int ON_SLAVE = 2;
    private static final int ERROR = 0x80;

    private static final int BUS_ERROR = 1;
    private static final int NOT_ACKNOWLEDGED = 4;
    private static final int CLOCK_HELD = 0x80;

    private static final int UNKNOWN = 0;
    private static final int IDLE = 1;
    private static final int OWNER = 2;

    private static final int SMART = 1 << 8;
    private static final int REFUSE = 1 << 18;
    private static final int UNSUPPORTED_ADDRESS = 7 << 13;
    private static final int BYTE_BITS = 9;
    private static final int BAUD = 0x0C;

    /** What the bus is busy with. */
    private enum Activity {
        NONE, ADDRESS, SEND, RECEIVE, STOP
    }

    private final Sercom sercom;
    private final Clock clock;
    private final InterruptFlags interrupts;
    private final SerialPins pins;
    private final int number;
    private final Alarm done;
    private final I2cBus bus = new I2cBus();
    private Activity activity = Activity.NONE;
    private boolean enabled;
    private boolean reading;
    private int state;
    private int errors;
    private int data;
    private int held;

    I2cMaster(Sercom sercom, Clock clock, InterruptFlags interrupts, SerialPins pins, int number) {
        this.sercom = sercom;
        this.clock = clock;
        this.interrupts = interrupts;
        this.pins = pins;
        this.number = number;
        this.done = clock.alarm(this::finish);
    }

    /** The bus that its pins are connected to. */
    public I2cBus bus() {
        return bus;
    }

    void reset() {
        done.cancel();
        activity = Activity.NONE;
        enabled = false;
        state = UNKNOWN;
        errors = 0;
        held = 0;
    }

    void setEnabled(boolean on) {
        if (on != enabled) {
            enabled = on;
            state = UNKNOWN;
            held = 0;
            done.cancel();
            activity = Activity.NONE;
        }
    }

    int status() {
        return errors | state << 4 | held;
    }

    void writeStatus(int value) {
        errors &= ~(value & 0x0743);
        if ((value >>> 4 & 3) == IDLE) {
            // Forces the state, whatever goes on.
            state = IDLE;
            held = 0;
            done.cancel();
            activity = Activity.NONE;
        }
    }

    void clearFlags(int value) {
        interrupts.clear(value & (ON_BUS | ON_SLAVE | ERROR));
    }

    void writeAddress(int value) {
        if (!enabled) {
            return;
        }
        if ((value & UNSUPPORTED_ADDRESS) != 0) {
            sercom.report(Sercom.ADDR, value);
        }
        interrupts.clear(ON_BUS | ON_SLAVE);
        errors = 0;
        if (state == UNKNOWN) {
            errors |= BUS_ERROR;
            interrupts.set(ON_BUS | ERROR);
            return;
        }
        state = OWNER;
        reading = (value & 1) != 0;
        // The start condition takes about one bit.
        begin(Activity.ADDRESS, BYTE_BITS + 1);
    }

    void writeData(int value) {
        if (isHolding() && !reading) {
            interrupts.clear(ON_BUS | ON_SLAVE);
            data = value;
            begin(Activity.SEND, BYTE_BITS);
        }
    }

    int readData() {
        int value = data;
        if (isHolding() && reading && interrupts.isSet(ON_SLAVE)) {
            interrupts.clear(ON_SLAVE);
            if ((sercom.value(Sercom.CTRLB) & SMART) != 0) {
                acknowledgeAndRead();
            }
        }
        return value;
    }

    /** CTRLB.CMD: 1 repeated start, 2 read, 3 stop, each after the acknowledge of a byte that was read. */
    void command(int command) {
        if (command == 0 || !isHolding()) {
            return;
        }
        interrupts.clear(ON_BUS | ON_SLAVE);
        switch (command) {
            case 1 -> begin(Activity.ADDRESS, BYTE_BITS + 1);
            case 2 -> acknowledgeAndRead();
            default -> begin(Activity.STOP, reading ? 2 : 1);
        }
    }

    private void acknowledgeAndRead() {
        if ((sercom.value(Sercom.CTRLB) & REFUSE) != 0) {
            // After a refused byte the slave sends no more; the bus waits for a command.
            held = CLOCK_HELD;
            interrupts.set(ON_BUS);
        } else if (reading) {
            begin(Activity.RECEIVE, BYTE_BITS);
        }
    }

    private boolean isHolding() {
        return enabled && state == OWNER && activity == Activity.NONE;
    }

    private void begin(Activity what, int bits) {
        activity = what;
        held = 0;
        done.setIn(bits * bitCycles());
    }

    private void finish() {
        Activity finished = activity;
        activity = Activity.NONE;
        boolean connected = pins.pin(number, 0) == bus.dataPin() && pins.pin(number, 1) == bus.clockPin();
        switch (finished) {
            case ADDRESS -> finishAddress(connected);
            case SEND -> {
                boolean acknowledged = connected && bus.send(data, bitTime());
                hold(ON_BUS, acknowledged);
            }
            case RECEIVE -> {
                data = connected ? bus.receive() : 0xFF;
                hold(ON_SLAVE, true);
            }
            case STOP -> {
                state = IDLE;
                if (connected) {
                    bus.stop();
                }
            }
            case NONE -> {
                // Nothing was going on.
            }
        }
    }

    private void finishAddress(boolean connected) {
        boolean acknowledged = connected && bus.address(sercom.value(Sercom.ADDR) & 0xFF, bitTime());
        if (reading && acknowledged) {
            errors &= ~NOT_ACKNOWLEDGED;
            begin(Activity.RECEIVE, BYTE_BITS);
        } else {
            hold(ON_BUS, acknowledged);
        }
    }

    private void hold(int flag, boolean acknowledged) {
        errors = acknowledged ? errors & ~NOT_ACKNOWLEDGED : errors | NOT_ACKNOWLEDGED;
        held = CLOCK_HELD;
        interrupts.set(flag);
    }

    private long bitCycles() {
        return clock.cyclesOf(bitTicks(), Math.max(1, sercom.hertz()));
    }

    private Duration bitTime() {
        return Duration.ofNanos(bitTicks() * 1_000_000_000L / Math.max(1, sercom.hertz()));
    }

    /** Clocks of a bit without the rise time (data sheet, section 28.6.2.4.1). */
    private long bitTicks() {
        int baud = sercom.value(BAUD);
        int low = baud >>> 8 & 0xFF;
        return 10 + (baud & 0xFF) + (low == 0 ? baud & 0xFF : low);
    }
}
