package org.trustflex.launching;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.trustflex.board.Boards;

/**
 * The boards that this workspace knows, and which of them each project uses. Which board that is, each developer says once
 * for the own workspace; a shared project names none.
 */
public final class WorkspaceBoards {

    /** Preference: the folder of the simulated boards; empty means the user's own. */
    public static final String HOME = "boards.home";
    /** Kept by the workspace with the project: goes with it when it is renamed, and ends with it. */
    private static final QualifiedName BOARD = new QualifiedName(TrustFlexLaunching.PLUGIN_ID, "board");

    private WorkspaceBoards() {
    }

    /** Finds boards, where the preference says that they are. Nothing is scanned yet. */
    public static Boards boards() {
        String home = preferences().get(HOME, "");
        return home.isBlank() ? Boards.standard() : Boards.in(Path.of(home));
    }

    /** The board that the developer chose for a project. A project that is closed or deleted has none. */
    public static Optional<String> boardOf(IProject project) {
        try {
            return Optional.ofNullable(project.isAccessible() ? project.getPersistentProperty(BOARD) : null);
        } catch (CoreException closedMeanwhile) {
            ILog.get().warn(project.getName(), closedMeanwhile);
            return Optional.empty();
        }
    }

    /** Chooses the board of a project, by its stable id. */
    public static void bind(IProject project, String boardId) throws CoreException {
        project.setPersistentProperty(BOARD, boardId);
        BoardEvents.boundTo(project, boardId);
    }

    /** The project has no board any more, until the developer chooses one. */
    public static void unbind(IProject project) throws CoreException {
        project.setPersistentProperty(BOARD, null);
        BoardEvents.boundTo(project, "");
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID);
    }
}
