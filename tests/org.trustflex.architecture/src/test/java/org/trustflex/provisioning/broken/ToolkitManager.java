package org.trustflex.provisioning.broken;

import java.awt.Point;

/** Needs a desktop, and has a name that says nothing. */
public final class ToolkitManager {

    /** @return a point on a screen that is not there */
    public Point point() {
        return new Point();
    }
}
