package org.trustflex.ui.boards;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.SimulatedBoard;

/** Takes the power from a simulated board, as pulling the plug would. Asks nothing: that is what it is for. */
public final class CutPowerHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SimulatedBoard board = BoardSelection.selected(event, SimulatedBoard.class);
        new SimulatedBoardJob(NLS.bind(Messages.powerCut_job, board.description().name()), board.id(),
                board::powerCut).schedule();
        return null;
    }
}
