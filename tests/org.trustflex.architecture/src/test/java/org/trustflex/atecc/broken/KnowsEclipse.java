package org.trustflex.atecc.broken;

import org.eclipse.swt.broken.Window;

/** Can't run without Eclipse. */
public final class KnowsEclipse {

    /** @return what the command line does not have */
    public Window window() {
        return new Window();
    }
}
