package org.trustflex.ui.boards;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.IrreversibleQuestion;

/** Deletes a simulated board, after asking. */
public final class DeleteBoardHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SimulatedBoard board = BoardSelection.selected(event, SimulatedBoard.class);
        String name = board.description().name();
        String serialNumber = SerialNumbers.of(board);
        String question = NLS.bind(Messages.delete_question, board.id(), serialNumber);
        if (IrreversibleQuestion.ask(HandlerUtil.getActiveShellChecked(event), Messages.delete_title, question,
                Messages.delete_button)) {
            new SimulatedBoardJob(NLS.bind(Messages.delete_job, name), board.id(),
                    () -> WorkspaceBoards.boards().simulated().delete(name)).schedule();
        }
        return null;
    }
}
