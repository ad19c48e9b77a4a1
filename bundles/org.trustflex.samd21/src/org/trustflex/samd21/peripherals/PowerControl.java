package org.trustflex.samd21.peripherals;

import java.util.Arrays;

import org.trustflex.samd21.ResetCause;
import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Exceptions;

/** PM: divides the processor's clock, gates the bus clocks, knows the reset cause (data sheet, section 16). */
public final class PowerControl extends RegisterBlock {

    private static final int INTERRUPT = 0;
    private static final int CLOCK_READY = 1;

    private final SystemBus bus;
    private final Clock clock;
    private final InterruptFlags interrupts;
    private final int[] bridgeMasks = new int[3];
    private final int[] dividers = new int[4];
    private long mainHertz = 1_000_000;
    private int sleep;
    private int ahbMask;
    private ResetCause cause = ResetCause.POWER_ON;

    /** Makes the power manager. */
    public PowerControl(SystemBus bus, Clock clock, Exceptions exceptions) {
        super(bus, 0x4000_0400);
        this.bus = bus;
        this.clock = clock;
        this.interrupts = new InterruptFlags(exceptions, INTERRUPT);
        registers(1, 0x00, 0x01, 0x08, 0x09, 0x0A, 0x0B, 0x34, 0x35, 0x36, 0x38);
        registers(4, 0x14, 0x18, 0x1C, 0x20);
        reset();
    }

    /** Sets what RCAUSE says. */
    public void setResetCause(ResetCause resetCause) {
        cause = resetCause;
    }

    /** The frequency of generic clock generator 0, which the processor runs on, changed. */
    void setMainHertz(long hertz) {
        mainHertz = hertz;
        updateClock();
    }

    @Override
    void reset() {
        sleep = 0;
        ahbMask = 0x7F;
        bridgeMasks[0] = 0x7F;
        bridgeMasks[1] = 0x7F;
        bridgeMasks[2] = 0x1_0000;
        Arrays.fill(dividers, 0);
        interrupts.reset();
        interrupts.set(CLOCK_READY);
        updateClock();
        updateMasks();
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x01 -> sleep;
            case 0x08, 0x09, 0x0A, 0x0B -> dividers[register - 0x08];
            case 0x14 -> ahbMask;
            case 0x18, 0x1C, 0x20 -> bridgeMasks[register - 0x18 >> 2];
            case 0x34, 0x35 -> interrupts.enabled();
            case 0x36 -> interrupts.flags();
            case 0x38 -> cause.bit();
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> {
                if (value != 0) {
                    reportFunction(register, value);
                }
            }
            case 0x01 -> sleep = value & 3;
            case 0x08, 0x09, 0x0A, 0x0B -> {
                dividers[register - 0x08] = value & 7;
                updateClock();
                interrupts.set(CLOCK_READY);
            }
            case 0x14 -> ahbMask = value;
            case 0x18, 0x1C, 0x20 -> {
                bridgeMasks[register - 0x18 >> 2] = value;
                updateMasks();
            }
            case 0x34 -> interrupts.disable(value & CLOCK_READY);
            case 0x35 -> interrupts.enable(value & CLOCK_READY);
            case 0x36 -> interrupts.clear(value & CLOCK_READY);
            default -> {
                // RCAUSE is read-only.
            }
        }
    }

    private void updateClock() {
        // A processor whose clock was taken away would stand still for ever; here it goes on as before.
        if (mainHertz > 0) {
            clock.setHertz(mainHertz >> dividers[0]);
        }
    }

    private void updateMasks() {
        for (int bridge = 0; bridge < bridgeMasks.length; bridge++) {
            bus.setClockMask(bridge, bridgeMasks[bridge]);
        }
    }
}
