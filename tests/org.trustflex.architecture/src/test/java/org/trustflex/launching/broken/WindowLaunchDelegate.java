package org.trustflex.launching.broken;

import org.eclipse.swt.broken.Window;

/** Remembers the last launch, and its window. */
public final class WindowLaunchDelegate {

    private final Window window = new Window();

    /** @return what a headless launch does not have */
    public Window window() {
        return window;
    }
}
