package org.trustflex.simulator.broken;

import org.bouncycastle.jce.broken.SecurityProvider;

/** Lets somebody else compute. */
public final class AsksAProvider {

    /** @return whom it asks */
    public SecurityProvider provider() {
        return new SecurityProvider();
    }
}
