package org.trustflex.atecc.broken;

import org.trustflex.kit.broken.KnowsTheChip;

/** An arrow that runs upwards, and one half of a cycle. */
public final class KnowsTheKit {

    /** @return the room above */
    public KnowsTheChip above() {
        return new KnowsTheChip();
    }
}
