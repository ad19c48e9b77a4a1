package org.trustflex.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.kit.device.KitBus;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.eeprom.EepromNotSaved;
import org.trustflex.simulator.eeprom.FileEepromStore;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.VirtualClock;

/**
 * The secure elements of a simulated board, which get their power together and lose it together, and whose device time is
 * one.
 */
final class BoardElements {

    private final List<SimulatedElement> elements;
    private final List<ElementOnBus> onBus;
    private final Map<Integer, String> damaged;

    private BoardElements(List<SimulatedElement> elements, Map<Integer, String> damaged, Runnable lost) {
        this.elements = elements;
        this.damaged = damaged;
        onBus = elements.stream().map(element -> new ElementOnBus(element, () -> {
            powerOff();
            lost.run();
        })).toList();
    }

    /**
     * Gives power to them. A neighbour whose EEPROM file is damaged stays without, and nobody answers at its address.
     *
     * @param lost told when one goes off by itself, since its memory can't be kept; then all are off
     * @throws IOException if the EEPROM of the TrustFLEX part can't be loaded
     */
    static BoardElements powerOn(BoardFolder folder, BoardFile file, TraceWriter trace, Runnable lost)
            throws IOException {
        VirtualClock clock = VirtualClock.atZero();
        List<SimulatedElement> elements = new ArrayList<>();
        Map<Integer, String> damaged = new HashMap<>();
        for (BoardPart part : file.parts()) {
            Optional<UnusableBoard> damage = part == BoardPart.TRUST_FLEX ? Optional.empty()
                    : damage(folder, file, part);
            if (damage.isPresent()) {
                damaged.put(part.i2cAddress(), damage.get().getMessage());
            } else {
                elements.add(SimulatedElement.powerOn(new FileEepromStore(folder.eeprom(part)), file.settings(),
                        Entropy.secure(), clock, transaction -> trace.answered(part.i2cAddress(), transaction)));
            }
        }
        return new BoardElements(List.copyOf(elements), damaged, lost);
    }

    private static Optional<UnusableBoard> damage(BoardFolder folder, BoardFile file, BoardPart part) {
        try {
            folder.load(file, part);
            return Optional.empty();
        } catch (UnusableBoard damage) {
            return Optional.of(damage);
        }
    }

    /** What is wrong with the element that should be at an address, if it stayed without power. */
    Optional<String> damage(int address) {
        return Optional.ofNullable(damaged.get(address));
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
        elements.forEach(SimulatedElement::powerOff);
    }
}
