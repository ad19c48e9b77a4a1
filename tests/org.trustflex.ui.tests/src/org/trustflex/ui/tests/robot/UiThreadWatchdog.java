package org.trustflex.ui.tests.robot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Watches the user interface's thread in every test: looks at its stack again and again, and counts for how long without a
 * return to the event loop our code is on it. A test in which that is too long fails; the longest stretch of the whole run
 * is printed at its end. Time is counted in looks, not by the clock, so that a machine that is busy with other things, and
 * lets neither thread run, does not count. What tests do themselves on that thread does not count either.
 */
public final class UiThreadWatchdog implements BeforeEachCallback, AfterEachCallback {

    private static final long BETWEEN_LOOKS_MILLISECONDS = 5;
    private static final long MOST_MILLISECONDS = 500;
    /** What a user may notice; told, and no failure. */
    private static final long NOTICED_MILLISECONDS = 50;
    private static final String OURS = "org.trustflex.";
    private static final String MESSENGER = "org.trustflex.ui.model.Listeners";
    private static final List<String> TESTS = List.of("org.trustflex.ui.tests.", "org.trustflex.tests.",
            "org.trustflex.ui.slots.SlotsProbe", "org.trustflex.ui.transactions.TransactionsProbe");

    @Override
    public void beforeEach(ExtensionContext context) {
        watch(context).longestOfTest.set(Stretch.NONE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Stretch longest = watch(context).longestOfTest.get();
        if (longest.milliseconds() > MOST_MILLISECONDS) {
            throw new AssertionError("Our code kept the user interface's thread for " + longest);
        }
    }

    private static Watch watch(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(UiThreadWatchdog.class)).getOrComputeIfAbsent(Watch.class,
                key -> new Watch(Ui.display()), Watch.class);
    }

    /**
     * How long our code was on the thread.
     *
     * @param milliseconds looks times the time between two
     * @param where        our method next to the event loop
     * @param stack        the stack at the last look
     */
    private record Stretch(long milliseconds, String where, List<StackTraceElement> stack) {

        static final Stretch NONE = new Stretch(0, "", List.of());

        Stretch longer(String method, List<StackTraceElement> seen) {
            return new Stretch((where.equals(method) ? milliseconds : 0) + BETWEEN_LOOKS_MILLISECONDS, method, seen);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(milliseconds + " ms in " + where);
            stack.forEach(frame -> text.append(System.lineSeparator()).append("    ").append(frame));
            return text.toString();
        }
    }

    /** The thread that looks, for the whole run. */
    private static final class Watch implements CloseableResource {

        private final AtomicReference<Stretch> longestOfTest = new AtomicReference<>(Stretch.NONE);
        private final Thread watched;
        private final Thread watching;
        private final Map<String, Long> noticed = new ConcurrentSkipListMap<>();
        private volatile Stretch longest = Stretch.NONE;
        private volatile boolean ended;

        Watch(Display display) {
            watched = display.getThread();
            watching = new Thread(this::look, "UI thread watchdog");
            watching.setDaemon(true);
            watching.start();
        }

        private void look() {
            Stretch now = Stretch.NONE;
            while (!ended) {
                List<StackTraceElement> running = running(watched.getStackTrace());
                String ours = ours(running);
                now = ours.isEmpty() ? Stretch.NONE : now.longer(ours, running);
                if (now.milliseconds() > longestOfTest.get().milliseconds()) {
                    longestOfTest.set(now);
                }
                if (now.milliseconds() > longest.milliseconds()) {
                    longest = now;
                }
                if (now.milliseconds() > NOTICED_MILLISECONDS) {
                    noticed.merge(now.where(), now.milliseconds(), Math::max);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_MILLISECONDS * 1_000_000);
            }
        }

        /**
         * What is above the innermost event loop, or above the platform's way to open an editor: an editor of ours counts,
         * the platform's own one that we only ask for does not.
         */
        private static List<StackTraceElement> running(StackTraceElement[] stack) {
            for (int i = 0; i < stack.length; i++) {
                if (isLoop(stack[i]) || isOpening(stack[i])) {
                    return Arrays.asList(stack).subList(0, i);
                }
            }
            return List.of();
        }

        private static boolean isLoop(StackTraceElement frame) {
            return frame.getClassName().equals(Display.class.getName())
                    && (frame.getMethodName().equals("readAndDispatch") || frame.getMethodName().equals("sleep"));
        }

        private static boolean isOpening(StackTraceElement frame) {
            return frame.getClassName().equals(IDE.class.getName()) && frame.getMethodName().equals("openEditor");
        }

        /** Our method next to the event loop; nothing if there is none, or if a test has called it. */
        private static String ours(List<StackTraceElement> running) {
            for (int i = running.size() - 1; i >= 0; i--) {
                String name = running.get(i).getClassName();
                if (name.startsWith(OURS) && !name.contains("Lambda") && !name.startsWith(MESSENGER)) {
                    return TESTS.stream().anyMatch(name::startsWith) ? ""
                            : name + "." + running.get(i).getMethodName();
                }
            }
            return "";
        }

        @Override
        public void close() {
            ended = true;
            System.out.println("Longest stretch of our code on the UI thread: "
                    + (longest.milliseconds() == 0 ? "none seen"
                            : longest.milliseconds() + " ms in " + longest.where()));
            noticed.forEach((where, milliseconds) -> System.out
                    .println("  beyond " + NOTICED_MILLISECONDS + " ms: " + milliseconds + " ms in " + where));
        }
    }
}
