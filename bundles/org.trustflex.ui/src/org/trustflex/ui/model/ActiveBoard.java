package org.trustflex.ui.model;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.board.Board;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.TrustFlexUi;

/**
 * The board that the views of one window show: the one that was selected in the Boards view, until the user turns to
 * another project; else the active project's.
 */
public final class ActiveBoard {

    private static final String KEY = ActiveBoard.class.getName();

    private final Listeners listeners = new Listeners();
    private final ActiveProject active;
    private volatile Optional<String> selected = Optional.empty();

    private ActiveBoard(IWorkbenchWindow window) {
        active = ActiveProject.of(window);
        active.listeners().add(this::projectChanged);
        BoardCatalog.shared().listeners().add(this::boardsFound);
        window.getSelectionService().addPostSelectionListener(TrustFlexUi.BOARDS_VIEW,
                (part, selection) -> selected(selection));
        IResourceChangeListener projects = this::resourcesChanged;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(projects, IResourceChangeEvent.POST_CHANGE);
        window.getShell().addDisposeListener(
                event -> ResourcesPlugin.getWorkspace().removeResourceChangeListener(projects));
    }

    /** The one that this window's views share. */
    public static ActiveBoard of(IWorkbenchWindow window) {
        Object known = window.getShell().getData(KEY);
        if (known instanceof ActiveBoard board) {
            return board;
        }
        ActiveBoard board = new ActiveBoard(window);
        window.getShell().setData(KEY, board);
        return board;
    }

    /** Hear of another board, or another project. */
    public Listeners listeners() {
        return listeners;
    }

    /** The board's id, if there is one. */
    public Optional<String> id() {
        return selected.or(active::boardId);
    }

    /** The active project, if this is its board: only then do its files say something about the board's element. */
    public Optional<TrustFlexProject> project() {
        return id().isPresent() && id().equals(active.boardId()) ? active.project() : Optional.empty();
    }

    private void projectChanged() {
        selected = Optional.empty();
        listeners.fire();
    }

    /** A project that is made, opened, closed or deleted may be the one whose board is shown. */
    private void resourcesChanged(IResourceChangeEvent event) {
        boolean projects = Arrays.stream(event.getDelta().getAffectedChildren()).anyMatch(
                child -> child.getKind() != IResourceDelta.CHANGED || (child.getFlags() & IResourceDelta.OPEN) != 0);
        if (projects) {
            listeners.fire();
        }
    }

    /** A board that was selected and is gone is not shown any more. */
    private void boardsFound() {
        if (selected.isPresent() && BoardCatalog.shared().board(selected.get()).isEmpty()) {
            projectChanged();
        }
    }

    private void selected(ISelection selection) {
        if (selection instanceof IStructuredSelection structured && structured.size() == 1) {
            Board board = Adapters.adapt(structured.getFirstElement(), Board.class);
            if (board != null && !id().equals(Optional.of(board.id()))) {
                selected = Optional.of(board.id());
                listeners.fire();
            }
        }
    }
}
