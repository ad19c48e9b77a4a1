package org.trustflex.simulator.eeprom;

import java.io.IOException;

/** Another store, watched: each write has a number, and a listener may cut the power before, within or after it. */
public final class ObservedEepromStore implements EepromStore {

    private final EepromStore store;
    private final EepromWriteListener listener;
    private long writes;

    /** @param store where the image really goes */
    public ObservedEepromStore(EepromStore store, EepromWriteListener listener) {
        this.store = store;
        this.listener = listener;
    }

    @Override
    public EepromImage load() throws IOException {
        return store.load();
    }

    @Override
    public void save(EepromImage image) throws IOException {
        writes++;
        try {
            listener.writing(writes, image);
        } catch (PowerLost lost) {
            if (lost.tornAfter() > 0) {
                store.save(EepromImage.torn(store.load(), image, lost.tornAfter()));
            }
            throw lost;
        }
        store.save(image);
        listener.written(writes);
    }

    /** How many writes there were, the lost ones included. */
    public long writes() {
        return writes;
    }
}
