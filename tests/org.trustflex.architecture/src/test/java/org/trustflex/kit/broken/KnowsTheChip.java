package org.trustflex.kit.broken;

import org.trustflex.atecc.broken.KnowsTheKit;

/** The other half of a cycle. */
public final class KnowsTheChip {

    /** @return the room below */
    public KnowsTheKit below() {
        return new KnowsTheKit();
    }
}
