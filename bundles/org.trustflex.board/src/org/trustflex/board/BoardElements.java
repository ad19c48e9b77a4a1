package org.trustflex.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.board.machine.BoardClock;
import org.trustflex.board.machine.ElementClock;
import org.trustflex.board.machine.ElementOnBus;
import org.trustflex.kit.device.KitBus;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.eeprom.EepromNotSaved;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.FileEepromStore;
import org.trustflex.simulator.environment.Entropy;

/**
 * The secure elements of a simulated board, which get their power together and lose it together, and whose device time is
 * one.
 */
final class BoardElements {

    private final BoardClock clock = new BoardClock();
    private final List<ElementOnBus> onBus = new ArrayList<>();
    private final Map<Integer, String> damaged = new HashMap<>();

    private BoardElements() {
    }

    /**
     * Gives power to them. A neighbour whose EEPROM file is damaged stays without, and nobody answers at its address.
     *
     * @param faults what goes wrong with their memories
     * @param lost   told when one goes off by itself, since its memory can't be kept; then all are off
     * @throws IOException if the EEPROM of the TrustFLEX part can't be loaded
     */
    static BoardElements powerOn(BoardFolder folder, BoardFile file, TraceWriter trace, ArmedFaults faults,
            Runnable lost) throws IOException {
        BoardElements elements = new BoardElements();
        for (BoardPart part : file.parts()) {
            Optional<UnusableBoard> damage = part == BoardPart.TRUST_FLEX ? Optional.empty()
                    : damage(folder, file, part);
            if (damage.isPresent()) {
                elements.damaged.put(part.i2cAddress(), damage.get().getMessage());
            } else {
                EepromStore store = faults.on(new FileEepromStore(folder.eeprom(part)));
                elements.powerOn(store, file, part, trace, lost);
            }
        }
        return elements;
    }

    private static Optional<UnusableBoard> damage(BoardFolder folder, BoardFile file, BoardPart part) {
        try {
            folder.load(file, part);
            return Optional.empty();
        } catch (UnusableBoard damage) {
            return Optional.of(damage);
        }
    }

    private void powerOn(EepromStore store, BoardFile file, BoardPart part, TraceWriter trace, Runnable lost)
            throws IOException {
        ElementClock time = new ElementClock(clock);
        SimulatedElement element = SimulatedElement.powerOn(store, file.settings(), Entropy.secure(), time,
                transaction -> trace.answered(part.i2cAddress(), transaction));
        onBus.add(new ElementOnBus(element, time, () -> {
            powerOff();
            lost.run();
        }));
    }

    /** What is wrong with the element that should be at an address, if it stayed without power. */
    Optional<String> damage(int address) {
        return Optional.ofNullable(damaged.get(address));
    }

    /** Their time. */
    BoardClock clock() {
        return clock;
    }

    /** Each of them as it is on the bus. */
    List<ElementOnBus> onBus() {
        return List.copyOf(onBus);
    }

    /** The bus that they are on. */
    KitBus bus() {
        return new KitBus(onBus);
    }

    /** Why one went off by itself, if it did. */
    Optional<EepromNotSaved> failure() {
        return onBus.stream().flatMap(element -> element.failure().stream()).findFirst();
    }

    /** Takes the power of all; a command that is being executed ends first. May be called again. */
    void powerOff() {
        onBus.forEach(ElementOnBus::powerOff);
    }
}
