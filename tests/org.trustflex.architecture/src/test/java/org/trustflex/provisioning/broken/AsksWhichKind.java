package org.trustflex.provisioning.broken;

import org.trustflex.samd21.broken.Core;

/** Looks behind the board. */
public final class AsksWhichKind {

    /** @return what only a board may know */
    public Core core() {
        return new Core();
    }
}
