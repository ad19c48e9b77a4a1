package org.trustflex.ui.model;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;

/**
 * The TrustFLEX project that the views of one window follow: the one whose editor was activated or whose resource was
 * selected last; the only one, if there is only one.
 */
public final class ActiveProject {

    private static final String KEY = ActiveProject.class.getName();

    private final Listeners listeners = new Listeners();
    private volatile Optional<TrustFlexProject> last = Optional.empty();

    private ActiveProject(IWorkbenchWindow window) {
        window.getSelectionService().addPostSelectionListener((part, selection) -> selected(selection));
        window.getPartService().addPartListener(new Activation());
        BoardEvents.add(new BoardEvents.Listener() {
            @Override
            public void boardChosen(IProject project, String boardId) {
                listeners.fire();
            }
        });
        if (window.getActivePage() != null && window.getActivePage().getActiveEditor() != null) {
            follow(window.getActivePage().getActiveEditor());
        }
    }

    /** The one that this window's views share. */
    public static ActiveProject of(IWorkbenchWindow window) {
        Object known = window.getShell().getData(KEY);
        if (known instanceof ActiveProject active) {
            return active;
        }
        ActiveProject active = new ActiveProject(window);
        window.getShell().setData(KEY, active);
        return active;
    }

    /** Hear of another project, or another board for it. */
    public Listeners listeners() {
        return listeners;
    }

    /** The project. */
    public Optional<TrustFlexProject> project() {
        Optional<TrustFlexProject> known = last.filter(project -> TrustFlexProject.of(project.project()).isPresent());
        if (known.isPresent()) {
            return known;
        }
        List<TrustFlexProject> all = TrustFlexProject.all();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The board of the project. */
    public Optional<String> boardId() {
        return project().flatMap(project -> WorkspaceBoards.boardOf(project.project()));
    }

    /** From now on the views follow this project. */
    public void follow(TrustFlexProject project) {
        change(Optional.of(project));
    }

    private void selected(ISelection selection) {
        if (selection instanceof IStructuredSelection structured && structured.size() == 1) {
            IResource resource = Adapters.adapt(structured.getFirstElement(), IResource.class);
            if (resource != null) {
                change(TrustFlexProject.of(resource));
            }
        }
    }

    private void follow(IEditorPart editor) {
        if (editor.getEditorInput() instanceof IFileEditorInput input) {
            change(TrustFlexProject.of(input.getFile()));
        }
    }

    private void change(Optional<TrustFlexProject> project) {
        if (project.isPresent() && !project.equals(last)) {
            last = project;
            listeners.fire();
        }
    }

    /** Follows the editor that the user turns to. */
    private final class Activation implements IPartListener {

        @Override
        public void partActivated(IWorkbenchPart part) {
            if (part instanceof IEditorPart editor) {
                follow(editor);
            }
        }

        @Override
        public void partBroughtToTop(IWorkbenchPart part) {
            partActivated(part);
        }

        @Override
        public void partClosed(IWorkbenchPart part) {
            // The views keep what they show.
        }

        @Override
        public void partDeactivated(IWorkbenchPart part) {
            // The views keep what they show.
        }

        @Override
        public void partOpened(IWorkbenchPart part) {
            // Activation follows.
        }
    }
}
