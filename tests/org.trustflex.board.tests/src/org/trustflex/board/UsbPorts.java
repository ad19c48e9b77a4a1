package org.trustflex.board;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.machine.BoardClock;
import org.trustflex.board.machine.ElementClock;
import org.trustflex.board.machine.ElementOnBus;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.device.BusDevice;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.transport.InMemoryKit;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.TransactionListener;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.SimulatorSettings;

import org.jspecify.annotations.Nullable;

/** USB ports of a computer, into which a test plugs boards. */
final class UsbPorts implements AttachedKits {

    private final List<KitDoor> doors = new ArrayList<>();
    private boolean debugger;
    private @Nullable String failure;
    private int searches;

    /** A board with real-looking parts. */
    static BusDevice trustFlex(String serialNumber) throws Exception {
        EepromImage image = new PartFactory(TrustFlexProfile.PROTOTYPE, SimulatorSettings.defaults(),
                Entropy.secure()).make(new SerialNumber(serialNumber), Map.of(), SimulatorChain.otpZone());
        return part(image);
    }

    /** A part of another kind at another address. */
    static BusDevice blank(String serialNumber, int address) throws Exception {
        return part(PartFactory.blank(new SerialNumber(serialNumber)).withConfigurationBytes(16, (byte) address));
    }

    private static BusDevice part(EepromImage image) throws Exception {
        ElementClock clock = new ElementClock(new BoardClock());
        return new ElementOnBus(SimulatedElement.powerOn(new MemoryEepromStore(image), SimulatorSettings.defaults(),
                Entropy.secure(), clock, TransactionListener.ignoring()), clock, () -> {
                    // Memory never fails.
                });
    }

    /** An ATECC608 that enumerates and then answers every command with nonsense. */
    static BusDevice strange(int address) {
        return new BusDevice() {
            @Override
            public int address() {
                return address;
            }

            @Override
            public Optional<byte[]> wake() {
                return Optional.of(HexFormat.of().parseHex("04113343"));
            }

            @Override
            public void idle() {
                // As it likes.
            }

            @Override
            public boolean sleep() {
                return true;
            }

            @Override
            public Optional<byte[]> execute(byte[] packet) {
                return Optional.of(HexFormat.of().parseHex("07000060028038"));
            }
        };
    }

    UsbPorts plug(String name, BusDevice... parts) {
        KitProgram program = new KitProgram(new KitBus(List.of(parts)));
        doors.add(new Door(name, program, null));
        return this;
    }

    UsbPorts plugClosed(String name, String reason) {
        doors.add(new Door(name, null, reason));
        return this;
    }

    UsbPorts plugDebugger() {
        debugger = true;
        return this;
    }

    void unplugAll() {
        doors.clear();
    }

    UsbPorts without(String reason) {
        failure = reason;
        return this;
    }

    int searches() {
        return searches;
    }

    @Override
    public List<KitDoor> attached() throws LinkFailed {
        searches++;
        String reason = failure;
        if (reason != null) {
            throw new LinkFailed(reason);
        }
        return List.copyOf(doors);
    }

    @Override
    public boolean debuggerAttached() {
        return debugger;
    }

    private record Door(String name, @Nullable KitProgram program, @Nullable String closed) implements KitDoor {

        @Override
        public KitLink open() throws LinkFailed {
            KitProgram running = program;
            if (running == null) {
                throw new LinkFailed(String.valueOf(closed));
            }
            return InMemoryKit.link(running);
        }
    }
}
