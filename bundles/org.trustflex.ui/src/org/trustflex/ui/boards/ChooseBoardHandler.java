package org.trustflex.ui.boards;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.model.ActiveProject;

/** Lets the user choose the board of the project that is worked on. */
public final class ChooseBoardHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Optional<TrustFlexProject> project = ActiveProject.of(HandlerUtil.getActiveWorkbenchWindowChecked(event))
                .project();
        if (project.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.choose_title, Messages.choose_noProject);
            return null;
        }
        Optional<String> board = BoardChooser.ask(shell, NLS.bind(Messages.choose_purpose, project.get().name()),
                WorkspaceBoards.boardOf(project.get().project()));
        try {
            if (board.isPresent()) {
                WorkspaceBoards.bind(project.get().project(), board.get());
            }
        } catch (CoreException failed) {
            throw new ExecutionException(failed.getStatus().getMessage(), failed);
        }
        return null;
    }
}
