package org.trustflex.board.machine;

import java.util.Optional;

import org.trustflex.kit.device.BusDevice;
import org.trustflex.simulator.PowerState;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.eeprom.EepromNotSaved;

import org.jspecify.annotations.Nullable;

/** A simulated element on the I2C bus of a simulated board. */
public final class ElementOnBus implements BusDevice {

    private final SimulatedElement element;
    private final ElementClock clock;
    private final Runnable lost;
    private volatile @Nullable EepromNotSaved failure;

    /**
     * Puts an element on the bus.
     *
     * @param clock the clock that it was made with
     * @param lost  told when the element goes off by itself, by the thread of the command
     */
    public ElementOnBus(SimulatedElement element, ElementClock clock, Runnable lost) {
        this.element = element;
        this.clock = clock;
        this.lost = lost;
    }

    /** Why the element went off by itself, if it did. */
    public Optional<EepromNotSaved> failure() {
        return Optional.ofNullable(failure);
    }

    /** Its clock. */
    ElementClock clock() {
        return clock;
    }

    /** Whether it listens to anything but a wake pulse. */
    boolean isAwake() {
        return element.state().power() == PowerState.AWAKE;
    }

    /** Takes its power away; a command that is being executed ends first. May be called again. */
    public void powerOff() {
        element.powerOff();
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
