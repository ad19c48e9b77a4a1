package org.trustflex.ui.model;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.swt.widgets.Control;

/** Who wants to hear that something has changed. They are told on the thread that changed it. */
public final class Listeners {

    private final ListenerList<Runnable> listeners = new ListenerList<>();

    /** From now on this listener is told. */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    /** This listener is told no more. */
    public void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /** Tells this control's thread of changes for as long as the control lives. */
    public void addFor(Control control, Runnable update) {
        Runnable listener = () -> {
            if (!control.isDisposed()) {
                control.getDisplay().asyncExec(() -> {
                    if (!control.isDisposed()) {
                        update.run();
                    }
                });
            }
        };
        add(listener);
        control.addDisposeListener(event -> remove(listener));
    }

    /** Something has changed. */
    public void fire() {
        listeners.forEach(listener -> SafeRunner.run(listener::run));
    }
}
