package org.trustflex.samd21.debug;

import org.trustflex.samd21.ResetCause;
import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Samd21;

/** The reset pin of the part, as a debug probe drives it. */
final class ResetPin {

    private final RunningPart part;
    private final DebugAccess access;
    private boolean high = true;

    ResetPin(RunningPart part, DebugAccess access) {
        this.part = part;
        this.access = access;
    }

    boolean isHigh() {
        return high;
    }

    /** Drives it low, where it holds the part, or high, which lets the part begin anew. */
    void drive(boolean level) {
        if (level == high) {
            return;
        }
        high = level;
        part.setPaused(!high);
        if (high) {
            part.call(this::release);
        }
    }

    private Samd21 release(Samd21 machine) {
        // With a debugger attached the device service unit keeps the processor in reset.
        if (access.isPowered()) {
            machine.resetIntoDebugger();
        } else {
            machine.reset(ResetCause.EXTERNAL);
        }
        return machine;
    }
}
