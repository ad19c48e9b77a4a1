package org.trustflex.ui.tests.robot;

import java.util.concurrent.Callable;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The way from a test, which runs in a thread of its own, to the user interface's thread. */
public final class Ui {

    private Ui() {
    }

    /** The workbench's display. */
    public static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** Looks something up on the user interface's thread. */
    public static <T> T get(Callable<T> question) {
        Answer<T> answer = new Answer<>();
        display().syncExec(() -> answer.take(question));
        return answer.value();
    }

    /** Does something on the user interface's thread and waits for its end: nothing that opens a dialog. */
    public static void run(Action action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    /** Does something on the user interface's thread that may open a dialog; does not wait. */
    public static void start(Runnable action) {
        display().asyncExec(action);
    }

    /** What may go wrong as it likes. */
    public interface Action {
        void run() throws Exception;
    }

    private static final class Answer<T> {

        private T found;
        private Throwable failure;

        void take(Callable<T> question) {
            try {
                found = question.call();
            } catch (Exception | AssertionError thrown) {
                failure = thrown;
            }
        }

        T value() {
            if (failure instanceof AssertionError error) {
                throw error;
            }
            if (failure != null) {
                throw new AssertionError(failure);
            }
            return found;
        }
    }
}
