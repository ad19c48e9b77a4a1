package org.trustflex.board;

import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.LinkFailed;

/**
 * A Trust Platform board. Everything above talks to it and never asks which kind it is. A board that is not opened costs
 * nothing and holds nothing.
 */
public interface Board {

    /** The board as it was when it was found. */
    BoardDescription description();

    /** "sim:" and the name, or "kit:" and the serial number of the board's TrustFLEX part. */
    default String id() {
        return description().id();
    }

    /**
     * The TrustFLEX element, at I2C address 0x6C. Its sessions are exclusive; closing one releases the board.
     *
     * @throws LinkFailed if the board has none
     */
    ElementSource element() throws LinkFailed;

    /** All elements that were found, in the kit's order. */
    List<ElementSource> elements();

    /** The record of the commands that the board's elements answered, if one is kept. Needs no session to be read. */
    default Optional<BoardTrace> record() {
        return Optional.empty();
    }
}
