package org.trustflex.launching;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;

/** Tells who shows boards that something about one has changed. Listeners are called on any thread and must be quick. */
public final class BoardEvents {

    private static final ListenerList<Listener> LISTENERS = new ListenerList<>();

    private BoardEvents() {
    }

    /** Hears of changes. */
    public interface Listener {

        /**
         * A board was created, deleted, reset, lost its power, or was used by an operation that has ended.
         *
         * @param boardId its stable id
         */
        default void boardChanged(String boardId) {
            // Whoever does not show boards does not care.
        }

        /**
         * A project has another board now.
         *
         * @param project the project in the workspace
         * @param boardId the board's stable id; empty if it has none any more
         */
        default void boardChosen(IProject project, String boardId) {
            // Whoever does not show projects does not care.
        }
    }

    /** From now on this listener is told. */
    public static void add(Listener listener) {
        LISTENERS.add(listener);
    }

    /** This listener is told no more. */
    public static void remove(Listener listener) {
        LISTENERS.remove(listener);
    }

    /** Something about this board has changed. */
    public static void changed(String boardId) {
        LISTENERS.forEach(listener -> SafeRunner.run(() -> listener.boardChanged(boardId)));
    }

    static void boundTo(IProject project, String boardId) {
        LISTENERS.forEach(listener -> SafeRunner.run(() -> listener.boardChosen(project, boardId)));
    }
}
