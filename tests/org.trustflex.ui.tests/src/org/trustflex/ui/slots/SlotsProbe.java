package org.trustflex.ui.slots;

/** What tests need of this package and users do not. */
public final class SlotsProbe {

    private SlotsProbe() {
    }

    /** Shows what is known and paints it; how long that took. */
    public static long nanosToShowFromCache(SlotsView view) {
        long start = System.nanoTime();
        view.showKnown();
        return System.nanoTime() - start;
    }
}
