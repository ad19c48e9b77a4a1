package org.trustflex.simulator.chip;

import java.io.IOException;

import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromStore;

/** The EEPROM in use. What a command changes is saved once, when the command ends. */
public final class Eeprom {

    private final EepromStore store;
    private EepromImage image;
    private EepromImage saved;

    /**
     * Loads the EEPROM.
     *
     * @throws IOException if the store can't load it
     */
    public Eeprom(EepromStore store) throws IOException {
        this.store = store;
        this.image = store.load();
        this.saved = image;
    }

    /** The content now. */
    public EepromImage image() {
        return image;
    }

    /** Changes the content. */
    public void replace(EepromImage changed) {
        image = changed;
    }

    /**
     * Changes the content and saves it at once, if it is another.
     *
     * @throws IOException if the store can't save it; the content is then the one before
     */
    public void replaceNow(EepromImage changed) throws IOException {
        if (changed != saved) {
            store.save(changed);
            saved = changed;
        }
        image = changed;
    }

    /**
     * Saves the content if a command replaced it, even by the same bytes.
     *
     * @throws IOException if the store can't save it
     */
    public void commit() throws IOException {
        if (image != saved) {
            store.save(image);
            saved = image;
        }
    }
}
