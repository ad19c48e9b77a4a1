package org.trustflex.ui.slots;

import java.nio.file.Path;

/** What tests need of this package and users do not: dialogs of the window system can't be typed into. */
public final class SlotsProbe {

    private SlotsProbe() {
    }

    /** Exports as the command does once the file dialog has been answered. Waits for the end. */
    public static void export(SlotRow row, Path file) throws InterruptedException {
        var job = ExportPublicKeyHandler.job(row, file);
        job.schedule();
        job.join();
    }

    /** Shows what is known and paints it; how long that took. */
    public static long nanosToShowFromCache(SlotsView view) {
        long start = System.nanoTime();
        view.showKnown();
        return System.nanoTime() - start;
    }
}
