package org.trustflex.ui.operations;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.trustflex.board.Board;
import org.trustflex.board.BoardScan;
import org.trustflex.board.ElementDescription;
import org.trustflex.launching.WorkspaceBoards;

/** Lets the user choose one of the boards that are there now. */
public final class BoardChoice {

    private final Shell shell;

    /** Asks in front of this window. */
    public BoardChoice(Shell shell) {
        this.shell = shell;
    }

    /**
     * Asks for the board of a project.
     *
     * @return the board's id; empty if there is no board or the user chooses none
     */
    public Optional<String> choose(String projectName) throws CoreException {
        BoardScan scan = scan();
        if (scan.boards().isEmpty()) {
            MessageDialog.openInformation(shell, Messages.board_title,
                    String.join("\n", Messages.board_none, String.join("\n", scan.problems())).strip());
            return Optional.empty();
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(board -> text((Board) board)));
        dialog.setTitle(Messages.board_title);
        dialog.setMessage(NLS.bind(Messages.board_which, projectName));
        dialog.setMultipleSelection(false);
        dialog.setElements(scan.boards().toArray());
        return dialog.open() == Window.OK ? Optional.of(((Board) dialog.getFirstResult()).id()) : Optional.empty();
    }

    private static BoardScan scan() throws CoreException {
        BoardScan[] found = new BoardScan[1];
        try {
            PlatformUI.getWorkbench().getProgressService()
                    .busyCursorWhile(monitor -> found[0] = WorkspaceBoards.boards().scan());
        } catch (InvocationTargetException failed) {
            throw new CoreException(Status.error(String.valueOf(failed.getCause().getMessage()), failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return found[0];
    }

    private static String text(Board board) {
        return board.description().trustFlex().map(ElementDescription::serialNumber)
                .map(serial -> NLS.bind(Messages.board_element, board.id(), serial)).orElse(board.id());
    }
}
