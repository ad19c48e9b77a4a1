package org.trustflex.ui.boards;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.board.SimulatedBoards;
import org.trustflex.launching.WorkspaceBoards;

/** Asks for a name and makes a simulated board. */
public final class CreateBoardHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SimulatedBoards boards = WorkspaceBoards.boards().simulated();
        InputDialog dialog = new InputDialog(HandlerUtil.getActiveShellChecked(event), Messages.create_title,
                Messages.create_prompt, new FreeBoardName().suggestion(), new FreeBoardName());
        if (dialog.open() == Window.OK) {
            String name = dialog.getValue();
            new SimulatedBoardJob(NLS.bind(Messages.create_job, name), "sim:" + name,
                    () -> boards.create(name, SimulatedBoardOptions.defaults())).schedule();
        }
        return null;
    }
}
