package org.trustflex.board;

import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.TrustFlexProfile;

/**
 * What was seen of a board.
 *
 * @param id       "sim:demo", or "kit:" and the serial number of its TrustFLEX part
 * @param kind     simulated or not
 * @param name     the name of a simulated board, such as "demo", or what the operating system calls the port
 * @param program  the program that answers, such as "kit 2.2.0"
 * @param elements the secure elements, in the kit's order
 * @param holder   who has a simulated board open, such as "process 4711 (rotate, since 2026-03-04 05:06:07)"; always
 *                 empty for hardware, where it can't be known
 */
public record BoardDescription(String id, BoardKind kind, String name, String program,
        List<ElementDescription> elements, Optional<String> holder) {

    /** Keeps a copy of the list. */
    public BoardDescription {
        elements = List.copyOf(elements);
    }

    /** The element at the address of TrustFLEX parts, if there is one. */
    public Optional<ElementDescription> trustFlex() {
        return elements.stream().filter(element -> element.i2cAddress() == TrustFlexProfile.I2C_ADDRESS).findFirst();
    }
}
