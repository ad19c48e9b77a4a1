package org.trustflex.provisioning.certificates;

import java.util.Optional;

import org.trustflex.kit.device.BusDevice;
import org.trustflex.simulator.SimulatedElement;

/** A simulated element on the bus of a kit. */
record OnBus(SimulatedElement element) implements BusDevice {

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

    @Override
    public Optional<byte[]> execute(byte[] packet) {
        return element.execute(packet);
    }
}
