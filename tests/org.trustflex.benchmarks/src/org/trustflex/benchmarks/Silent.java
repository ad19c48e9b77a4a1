package org.trustflex.benchmarks;

import org.trustflex.provisioning.ProgressMonitor;

/** Nobody watches. */
final class Silent implements ProgressMonitor {

    @Override
    public void begin(String title, int steps) {
        // Nobody watches.
    }

    @Override
    public void step(String title) {
        // Nobody watches.
    }

    @Override
    public void line(String text) {
        // Nobody reads.
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
