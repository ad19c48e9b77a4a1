package org.trustflex.simulator.eeprom;

/** Keeps the EEPROM as long as the process lives. For tests and for parts that nobody needs again. */
public final class MemoryEepromStore implements EepromStore {

    private volatile EepromImage image;

    /** @param image the first content */
    public MemoryEepromStore(EepromImage image) {
        this.image = image;
    }

    @Override
    public EepromImage load() {
        return image;
    }

    @Override
    public void save(EepromImage changed) {
        image = changed;
    }
}
