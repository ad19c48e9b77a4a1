package org.trustflex.simulator;

import java.time.Duration;

import org.trustflex.simulator.chip.ChipState;

/**
 * A whole element at one moment: EEPROM, volatile memory, latches and what it was doing. It shares what never changes,
 * so that taking one costs next to nothing. Belongs to no element in particular: another one may go on from it.
 */
public final class ElementSnapshot {

    private final ChipState chip;
    private final PowerState power;
    private final Duration awakeFor;
    private final int i2cAddress;

    ElementSnapshot(ChipState chip, PowerState power, Duration awakeFor, int i2cAddress) {
        this.chip = chip;
        this.power = power;
        this.awakeFor = awakeFor;
        this.i2cAddress = i2cAddress;
    }

    ChipState chip() {
        return chip;
    }

    PowerState power() {
        return power;
    }

    /** How much of the watchdog's time is over. */
    Duration awakeFor() {
        return awakeFor;
    }

    int i2cAddress() {
        return i2cAddress;
    }
}
