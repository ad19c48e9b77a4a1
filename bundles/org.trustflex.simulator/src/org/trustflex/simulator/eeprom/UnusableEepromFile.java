package org.trustflex.simulator.eeprom;

import java.io.IOException;

/** A file that should hold the EEPROM of a simulated element and does not. It was not changed. */
public final class UnusableEepromFile extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message what was seen, what it means and what to do */
    UnusableEepromFile(String message) {
        super(message);
    }
}
