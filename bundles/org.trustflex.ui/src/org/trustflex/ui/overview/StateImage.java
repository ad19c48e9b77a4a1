package org.trustflex.ui.overview;

import org.eclipse.swt.graphics.Image;
import org.trustflex.provisioning.status.State;
import org.trustflex.ui.Images;

/** The icons of the five states. */
final class StateImage {

    /** Width and height in pixels. */
    static final int SIZE = 16;

    private StateImage() {
    }

    static Image of(State state) {
        return switch (state) {
            case DONE -> Images.STATE_DONE.image();
            case READY -> Images.STATE_READY.image();
            case WAITS -> Images.STATE_WAITS.image();
            case NEEDS_ATTENTION -> Images.STATE_ATTENTION.image();
            case REFUSED -> Images.STATE_REFUSED.image();
        };
    }
}
