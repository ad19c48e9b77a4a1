package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.slots.SlotsProbe;
import org.trustflex.ui.slots.SlotsView;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Ui;

/** How long a user waits for the tools. The figures are printed, and judged by whoever reads them: machines differ. */
class FiguresTest {

    private static final int OPENINGS = 10;
    private static final int REFRESHES = 200;
    private static final int STARTS = 20;
    private static final String OURS = "org.trustflex.";

    @RegisterExtension
    private final Desk desk = new Desk();

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%s: median %.2f ms, slowest %.2f ms of %d%n", what, nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length - 1] / 1e6, nanos.length);
    }

    /** Opened, with the user interface idle again: everything that was to be shown is shown. */
    private static Took openPerspective() {
        Ui.run(FiguresTest::closePerspective);
        Await.idle();
        Took before = Took.now();
        Ui.run(() -> {
            PlatformUI.getWorkbench().showPerspective(TrustFlexUi.PERSPECTIVE, Desk.window());
            Ui.display().update();
        });
        Await.idle();
        return Took.now().since(before);
    }

    private static void closePerspective() {
        IWorkbenchWindow window = Desk.window();
        IPerspectiveDescriptor ours = PlatformUI.getWorkbench().getPerspectiveRegistry()
                .findPerspectiveWithId(TrustFlexUi.PERSPECTIVE);
        window.getActivePage().closePerspective(ours, false, false);
    }

    @Test
    void thePerspectiveOpensAgain() throws Exception {
        SampleProject.create();
        openPerspective();
        List<Took> openings = Stream.generate(FiguresTest::openPerspective).limit(OPENINGS).toList();
        print("Perspective opened again", openings.stream().mapToLong(Took::clock).toArray());
        print("Perspective opened again, work of the UI thread",
                openings.stream().mapToLong(Took::processor).toArray());
        assertEquals(TrustFlexUi.PERSPECTIVE, Ui.get(() -> Desk.page().getPerspective().getId()));
    }

    @Test
    void theSlotsAreShownFromTheCache() throws Exception {
        SampleProject.create().provision();
        SlotsView view = (SlotsView) Desk.show(TrustFlexUi.SLOTS_VIEW);
        Await.idle();
        long[] times = new long[REFRESHES];
        for (int i = 0; i < times.length; i++) {
            times[i] = Ui.get(() -> SlotsProbe.nanosToShowFromCache(view));
        }
        print("Slots shown from the cache", times);
    }

    @Test
    void theBundlesAreActivated() throws Exception {
        List<Bundle> bundles = Stream.of(FrameworkUtil.getBundle(TrustFlexUi.class).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OURS))
                .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null).toList();
        assertFalse(bundles.isEmpty());
        for (Bundle bundle : bundles) {
            long[] times = new long[STARTS];
            for (int i = 0; i < times.length; i++) {
                times[i] = nanosToActivate(bundle);
            }
            print("Activation of " + bundle.getSymbolicName(), times);
            assertEquals(Bundle.ACTIVE, bundle.getState());
        }
    }

    private static long nanosToActivate(Bundle bundle) throws BundleException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        long start = System.nanoTime();
        bundle.start(Bundle.START_TRANSIENT);
        return System.nanoTime() - start;
    }

    /**
     * How long the user interface's thread took.
     *
     * @param clock     nanoseconds on the wall
     * @param processor nanoseconds of work, which other programs on the machine do not lengthen
     */
    private record Took(long clock, long processor) {

        static Took now() {
            long thread = Ui.display().getThread().getId();
            return new Took(System.nanoTime(), ManagementFactory.getThreadMXBean().getThreadCpuTime(thread));
        }

        Took since(Took before) {
            return new Took(clock - before.clock, processor - before.processor);
        }
    }
}
