package org.trustflex.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.PacketChannel;
import org.trustflex.kit.BusType;
import org.trustflex.kit.KitChannel;
import org.trustflex.kit.KitDevice;
import org.trustflex.kit.KitFirmware;
import org.trustflex.kit.KitSession;

/**
 * What is found behind a kit.
 *
 * @param firmware the program that answers
 * @param elements the secure elements, in the kit's order
 */
record KitContents(KitFirmware firmware, List<ElementDescription> elements) {

    /**
     * Asks the kit and reads the configuration zone of each element. Whatever else hangs on the bus, and a neighbour that
     * does not let itself be read, is passed over; the element at the address of TrustFLEX parts is not.
     */
    static KitContents read(KitSession session) throws ElementException {
        KitFirmware firmware = session.firmware();
        List<ElementDescription> elements = new ArrayList<>();
        for (KitDevice device : session.devices()) {
            if (device.bus() == BusType.TWI) {
                element(session, device.address()).ifPresent(elements::add);
            }
        }
        return new KitContents(firmware, List.copyOf(elements));
    }

    private static Optional<ElementDescription> element(KitSession session, int address) throws ElementException {
        try {
            KitChannel channel = session.select(address);
            try (SecureElement element = SecureElement.open(new Borrowed(channel))) {
                return Optional.of(ElementDescription.of(element.configurationZone(), address));
            }
        } catch (ElementException unreadable) {
            if (address == TrustFlexProfile.I2C_ADDRESS) {
                throw unreadable;
            }
            return Optional.empty();
        }
    }

    /** What is remembered as the board's identity: the element at the TrustFLEX address, else the first. */
    Optional<ElementDescription> namesake() {
        return elements.stream().filter(element -> element.i2cAddress() == TrustFlexProfile.I2C_ADDRESS).findFirst()
                .or(() -> elements.stream().findFirst());
    }

    /** A channel whose link goes on to the next element. */
    private record Borrowed(PacketChannel channel) implements PacketChannel {

        @Override
        public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed, MalformedReply {
            return channel.exchange(command, executionTime);
        }

        @Override
        public void sleep() throws LinkFailed, MalformedReply {
            channel.sleep();
        }

        @Override
        public void close() {
            // The session that lent it goes on.
        }
    }
}
