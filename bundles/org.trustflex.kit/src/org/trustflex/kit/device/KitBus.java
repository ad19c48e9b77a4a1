package org.trustflex.kit.device;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The I2C bus of a board and the devices on it. */
public final class KitBus {

    private final List<BusDevice> devices;

    /** A bus with these devices, in any order. */
    public KitBus(List<? extends BusDevice> devices) {
        this.devices = List.copyOf(devices);
    }

    /** The devices in the order in which a scan from the highest address down meets them. */
    List<BusDevice> downwards() {
        return devices.stream().sorted(Comparator.comparingInt(BusDevice::address).reversed()).toList();
    }

    /** The device that has this 8-bit address now. */
    Optional<BusDevice> at(int address) {
        return devices.stream().filter(device -> device.address() == address).findFirst();
    }
}
