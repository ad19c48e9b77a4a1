package org.trustflex.simulator.eeprom;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A command changed the EEPROM and the change could not be kept. The element has powered itself off, as its memory and
 * its file no longer agree; it did not answer.
 */
public final class EepromNotSaved extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the store said */
    public EepromNotSaved(IOException cause) {
        super(Messages.text("notsaved", String.valueOf(cause.getMessage())), cause);
    }
}
