package org.trustflex.samd21.peripherals;

import java.util.Arrays;

import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Exceptions;

/**
 * SERCOM: one serial interface, as USART with internal clock or as I2C master (data sheet, sections 25, 26 and 28). Other
 * modes are told as not simulated.
 */
public final class Sercom extends RegisterBlock {

    static final int CTRLA = 0x00;
    static final int CTRLB = 0x04;
    static final int ADDR = 0x24;

    private static final int FIRST_INTERRUPT = 9;
    private static final int SOFTWARE_RESET = 1;
    private static final int ENABLE = 2;
    private static final int MODE_USART = 1;
    private static final int MODE_I2C_MASTER = 5;
    private static final int BUSY_RESET_AND_ENABLE = 3;

    private final GenericClocks clocks;
    private final InterruptFlags interrupts;
    private final int channel;
    private final Usart usart;
    private final I2cMaster i2c;
    private final int[] values = new int[0x34];
    private boolean stuck;

    /**
     * Makes an instance.
     *
     * @param number 0 to 3 on this part
     * @param pins   which pins it is connected to
     */
    public Sercom(SystemBus bus, int number, GenericClocks clocks, Clock clock, Exceptions exceptions,
            SerialPins pins) {
        super(bus, 0x4200_0800 + 0x400 * number);
        this.clocks = clocks;
        this.channel = GenericClocks.SERCOM0_CORE + number;
        this.interrupts = new InterruptFlags(exceptions, FIRST_INTERRUPT + number);
        this.usart = new Usart(this, clock, interrupts, pins, number);
        this.i2c = new I2cMaster(this, clock, interrupts, pins, number);
        registers(4, CTRLA, CTRLB, 0x0C, 0x1C, ADDR);
        registers(1, 0x14, 0x16, 0x18, 0x30);
        registers(2, 0x1A, 0x28);
        reset();
    }

    /** Its UART side. */
    public Usart usart() {
        return usart;
    }

    /** Its I2C side. */
    public I2cMaster i2c() {
        return i2c;
    }

    /** The frequency of its core clock. */
    long hertz() {
        return clocks.hertz(channel);
    }

    int value(int register) {
        return values[register];
    }

    void setValue(int register, int value) {
        values[register] = value;
    }

    boolean isEnabled() {
        return (values[CTRLA] & ENABLE) != 0;
    }

    private int mode() {
        return values[CTRLA] >>> 2 & 7;
    }

    @Override
    void reset() {
        Arrays.fill(values, 0);
        stuck = false;
        usart.reset();
        i2c.reset();
        interrupts.reset();
    }

    @Override
    int kept(int register) {
        return register == 0x28 ? 0 : get(register);
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x14, 0x16 -> interrupts.enabled();
            case 0x18 -> interrupts.flags();
            case 0x1A -> mode() == MODE_I2C_MASTER ? i2c.status() : usart.status();
            // What waits for a clock that is off stays busy.
            case 0x1C -> stuck && hertz() == 0 ? BUSY_RESET_AND_ENABLE : 0;
            case 0x28 -> mode() == MODE_I2C_MASTER ? i2c.readData() : usart.readData();
            default -> values[register];
        };
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case CTRLA -> setControl(value);
            case CTRLB -> {
                values[CTRLB] = value;
                if (mode() == MODE_I2C_MASTER) {
                    values[CTRLB] &= ~(3 << 16);
                    i2c.command(value >>> 16 & 3);
                } else {
                    usart.update();
                }
            }
            case 0x14 -> interrupts.disable(value);
            case 0x16 -> interrupts.enable(value);
            case 0x18 -> clearFlags(value);
            case 0x1A -> {
                if (mode() == MODE_I2C_MASTER) {
                    i2c.writeStatus(value);
                } else {
                    usart.clearStatus(value);
                }
            }
            case 0x1C -> {
                // Read-only.
            }
            case ADDR -> {
                values[ADDR] = value;
                if (mode() == MODE_I2C_MASTER) {
                    i2c.writeAddress(value);
                }
            }
            case 0x28 -> {
                if (mode() == MODE_I2C_MASTER) {
                    i2c.writeData(value & 0xFF);
                } else {
                    usart.writeData(value & 0x1FF);
                }
            }
            default -> values[register] = value;
        }
    }

    private void clearFlags(int value) {
        if (mode() == MODE_I2C_MASTER) {
            i2c.clearFlags(value);
        } else {
            usart.clearFlags(value);
        }
    }

    private void setControl(int value) {
        if ((value & SOFTWARE_RESET) != 0) {
            reset();
            stuck = hertz() == 0;
            return;
        }
        values[CTRLA] = value;
        stuck = hertz() == 0;
        int mode = mode();
        boolean on = isEnabled();
        if (on && mode != MODE_USART && mode != MODE_I2C_MASTER) {
            reportFunction(CTRLA, value);
        }
        i2c.setEnabled(on && mode == MODE_I2C_MASTER);
        usart.update();
    }

    /** Whether it works as a USART now. */
    boolean isUsart() {
        return isEnabled() && mode() == MODE_USART && hertz() > 0;
    }

    void report(int register, int value) {
        reportFunction(register, value);
    }
}
