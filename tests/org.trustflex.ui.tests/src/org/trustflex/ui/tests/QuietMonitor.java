package org.trustflex.ui.tests;

import org.trustflex.provisioning.ProgressMonitor;

/** Shows nothing. */
final class QuietMonitor implements ProgressMonitor {

    @Override
    public void begin(String title, int steps) {
        // Nobody looks.
    }

    @Override
    public void step(String title) {
        // Nobody looks.
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
