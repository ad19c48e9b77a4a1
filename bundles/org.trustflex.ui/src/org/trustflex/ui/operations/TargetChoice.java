package org.trustflex.ui.operations;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.boards.BoardChooser;
import org.trustflex.ui.model.ActiveProject;

/** Finds out which project and board a command is for, and asks only if there is a choice. */
public final class TargetChoice {

    private final IWorkbenchWindow window;
    private final Shell shell;

    /** Asks in front of this window. */
    public TargetChoice(IWorkbenchWindow window) {
        this.window = window;
        this.shell = window.getShell();
    }

    /** The project that is selected, or that the views show, with its board; empty if the user chooses none. */
    public Optional<Target> choose(ISelection selection) throws CoreException {
        Optional<TrustFlexProject> project = selected(selection).or(() -> ActiveProject.of(window).project());
        if (project.isEmpty()) {
            project = ask();
        }
        return project.isPresent() ? withBoard(project.get()) : Optional.empty();
    }

    /** The project with its board, which the user is asked for if it has none. */
    public Optional<Target> withBoard(TrustFlexProject project) throws CoreException {
        Optional<String> bound = WorkspaceBoards.boardOf(project.project());
        if (bound.isPresent()) {
            return bound.map(board -> new Target(project, board));
        }
        Optional<String> chosen = BoardChooser.ask(shell, project.name());
        if (chosen.isPresent()) {
            WorkspaceBoards.bind(project.project(), chosen.get());
        }
        return chosen.map(board -> new Target(project, board));
    }

    private static Optional<TrustFlexProject> selected(ISelection selection) {
        if (selection instanceof IStructuredSelection structured && structured.size() == 1) {
            return Optional.ofNullable(Adapters.adapt(structured.getFirstElement(), IResource.class))
                    .flatMap(TrustFlexProject::of);
        }
        return Optional.empty();
    }

    private Optional<TrustFlexProject> ask() {
        List<TrustFlexProject> all = TrustFlexProject.all();
        if (all.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.project_title, Messages.project_none);
            return Optional.empty();
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(project -> ((TrustFlexProject) project).name()));
        dialog.setTitle(Messages.project_title);
        dialog.setMessage(Messages.project_which);
        dialog.setMultipleSelection(false);
        dialog.setElements(all.toArray());
        return dialog.open() == Window.OK ? Optional.of((TrustFlexProject) dialog.getFirstResult()) : Optional.empty();
    }
}
