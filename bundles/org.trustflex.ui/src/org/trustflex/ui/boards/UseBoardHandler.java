package org.trustflex.ui.boards;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;

/** Makes a board the board of a project in this workspace. Asks which project if there are several. */
public final class UseBoardHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Board board = BoardSelection.selected(event, Board.class);
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Optional<TrustFlexProject> project = project(shell, board);
        try {
            if (project.isPresent() && confirmed(shell, project.get(), board)) {
                WorkspaceBoards.bind(project.get().project(), board.id());
            }
        } catch (CoreException failed) {
            throw new ExecutionException(failed.getStatus().getMessage(), failed);
        }
        return null;
    }

    private static Optional<TrustFlexProject> project(Shell shell, Board board) {
        List<TrustFlexProject> all = TrustFlexProject.all();
        if (all.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.use_title, Messages.use_noProject);
            return Optional.empty();
        }
        if (all.size() == 1) {
            return Optional.of(all.get(0));
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(project -> ((TrustFlexProject) project).name()));
        dialog.setTitle(Messages.use_title);
        dialog.setMessage(NLS.bind(Messages.use_which, board.id()));
        dialog.setElements(all.toArray());
        return dialog.open() == Window.OK ? Optional.of((TrustFlexProject) dialog.getFirstResult()) : Optional.empty();
    }

    private static boolean confirmed(Shell shell, TrustFlexProject project, Board board) {
        return MessageDialog.openConfirm(shell, Messages.use_title, NLS.bind(Messages.use_confirm,
                new Object[] { project.name(), board.id(), SerialNumbers.of(board) }));
    }
}
