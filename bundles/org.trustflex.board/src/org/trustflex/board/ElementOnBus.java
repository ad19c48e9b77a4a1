package org.trustflex.board;

import java.util.Optional;

import org.trustflex.kit.device.BusDevice;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.eeprom.EepromNotSaved;

import org.jspecify.annotations.Nullable;

/** A simulated element on the I2C bus of a simulated board. */
final class ElementOnBus implements BusDevice {

    private final SimulatedElement element;
    private final Runnable lost;
    private volatile @Nullable EepromNotSaved failure;

    /** @param lost told when the element goes off by itself, by the thread of the command */
    ElementOnBus(SimulatedElement element, Runnable lost) {
        this.element = element;
        this.lost = lost;
    }

    /** Why the element went off by itself, if it did. */
    Optional<EepromNotSaved> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int address() {
        return element.i2cAddress();
    }

    @Override
    public Optional<byte[]> wake() {
        return element.wake();
    }

    @Override
    public void idle() {
        element.idle();
    }

    @Override
    public boolean sleep() {
        return element.sleep();
    }

    /** An element whose memory can't be kept is off, and does not acknowledge. */
    @Override
    public Optional<byte[]> execute(byte[] packet) {
        try {
            return element.execute(packet);
        } catch (EepromNotSaved notSaved) {
            failure = notSaved;
            lost.run();
            return Optional.empty();
        }
    }
}
