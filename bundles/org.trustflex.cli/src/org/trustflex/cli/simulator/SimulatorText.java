package org.trustflex.cli.simulator;

import org.trustflex.board.BoardDescription;

/** How these commands speak of a board. */
final class SimulatorText {

    private SimulatorText() {
    }

    /** "ATECC608B-TFLXTLS, serial number 0123...01". */
    static String part(BoardDescription board) {
        return board.trustFlex().map(element -> Messages.text("part", element.part(), element.serialNumber()))
                .orElseGet(() -> Messages.text("part.none"));
    }
}
