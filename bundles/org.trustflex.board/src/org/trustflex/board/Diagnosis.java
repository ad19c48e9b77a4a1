package org.trustflex.board;

import org.trustflex.atecc.packet.LinkFailed;

/** Why there is no board, as far as can be told from what is plugged in. */
final class Diagnosis {

    private final AttachedKits kits;

    Diagnosis(AttachedKits kits) {
        this.kits = kits;
    }

    /**
     * One or two sentences. The debugger of the board is on USB whatever runs on its main MCU: where it is there and no
     * kit is, another program has taken the kit program's place.
     */
    String noBoard() {
        try {
            return Messages.text(kits.debuggerAttached() ? "diagnosis.program" : "diagnosis.usb");
        } catch (LinkFailed noUsb) {
            return noUsb.getMessage();
        }
    }
}
