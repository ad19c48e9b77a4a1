package org.trustflex.ui.overview;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.model.ElementCatalog;

/**
 * Hears of everything that may change what the overview of a project shows: its files, its board, what the device holds.
 * An operation that ends is heard of as a change of the board and then of the files.
 */
final class OverviewUpdates implements IResourceChangeListener, BoardEvents.Listener {

    private final TrustFlexProject project;
    private final Runnable changed;
    private final Consumer<Optional<IProject>> gone;

    /**
     * Begins to listen.
     *
     * @param changed called on any thread when something has changed
     * @param gone    called on any thread when the project's file is there no more, with the project that it is in now if
     *                that was only renamed
     */
    OverviewUpdates(TrustFlexProject project, Runnable changed, Consumer<Optional<IProject>> gone) {
        this.project = project;
        this.changed = changed;
        this.gone = gone;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        BoardEvents.add(this);
        ElementCatalog.shared().listeners().add(changed);
        BoardCatalog.shared().listeners().add(changed);
    }

    void stop() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
        BoardEvents.remove(this);
        ElementCatalog.shared().listeners().remove(changed);
        BoardCatalog.shared().listeners().remove(changed);
    }

    /** Reads the device, which tells the result to everybody who listens. */
    void readDevice() {
        WorkspaceBoards.boardOf(project.project()).ifPresent(ElementCatalog.shared()::refresh);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta own = event.getDelta().findMember(project.project().getFullPath());
        if (own == null) {
            return;
        }
        if (project.file().exists()) {
            changed.run();
        } else {
            gone.accept(renamed(own));
        }
    }

    private static Optional<IProject> renamed(IResourceDelta delta) {
        return Optional.ofNullable(delta.getMovedToPath()).map(IPath::lastSegment)
                .map(ResourcesPlugin.getWorkspace().getRoot()::getProject);
    }

    @Override
    public void boardChosen(IProject other, String boardId) {
        if (other.equals(project.project())) {
            changed.run();
            readDevice();
        }
    }
}
