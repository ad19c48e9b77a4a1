package org.trustflex.firmware.flash;

import java.util.EnumSet;
import java.util.Set;

import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.provisioning.ProgressMonitor;

/** Tells the steps of programming to the monitor of an operation, each once. */
final class ProgrammingSteps implements ProgrammingListener {

    private final ProgressMonitor monitor;
    private final Set<Step> begun = EnumSet.noneOf(Step.class);

    ProgrammingSteps(ProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void progressed(Step step, int done, int total) {
        if (begun.add(step)) {
            monitor.step(Messages.text("step." + step, total));
        }
    }
}
