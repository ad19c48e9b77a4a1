package org.trustflex.launching;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.trustflex.board.Boards;

/**
 * The boards that this workspace knows, and which of them each project uses. Which board that is, each developer says once
 * for the own workspace; a shared project names none.
 */
public final class WorkspaceBoards {

    /** Preference: the folder of the simulated boards; empty means the user's own. */
    public static final String HOME = "boards.home";
    private static final String BINDINGS = "projectBoards";

    private WorkspaceBoards() {
    }

    /** Finds boards, where the preference says that they are. Nothing is scanned yet. */
    public static Boards boards() {
        String home = preferences().get(HOME, "");
        return home.isBlank() ? Boards.standard() : Boards.in(Path.of(home));
    }

    /** The board that the developer chose for a project. */
    public static Optional<String> boardOf(IProject project) {
        return Optional.ofNullable(bindings().get(project.getName(), null));
    }

    /** Chooses the board of a project, by its stable id. */
    public static void bind(IProject project, String boardId) throws CoreException {
        IEclipsePreferences bindings = bindings();
        bindings.put(project.getName(), boardId);
        save(bindings);
        BoardEvents.boundTo(project, boardId);
    }

    /** The project has no board any more, until the developer chooses one. */
    public static void unbind(IProject project) throws CoreException {
        IEclipsePreferences bindings = bindings();
        bindings.remove(project.getName());
        save(bindings);
        BoardEvents.boundTo(project, "");
    }

    private static void save(IEclipsePreferences bindings) throws CoreException {
        try {
            bindings.flush();
        } catch (BackingStoreException notSaved) {
            throw new CoreException(TrustFlexLaunching.error(String.valueOf(notSaved.getMessage()), notSaved));
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID);
    }

    private static IEclipsePreferences bindings() {
        return (IEclipsePreferences) preferences().node(BINDINGS);
    }
}
