package org.trustflex.ui.rotation;

import org.trustflex.provisioning.rotation.RotationStep;

/** The names of the four steps, as the guide's buttons have them. */
public final class StepNames {

    private StepNames() {
    }

    /** The name of a step. */
    public static String of(RotationStep step) {
        return switch (step) {
            case GENERATE -> Messages.step_generate;
            case AUTHORIZE -> Messages.step_authorize;
            case UPDATE -> Messages.step_update;
            case VERIFY -> Messages.step_verify;
        };
    }
}
