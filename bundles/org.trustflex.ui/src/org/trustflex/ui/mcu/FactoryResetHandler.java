package org.trustflex.ui.mcu;

import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;
import org.trustflex.launching.firmware.FlashVia;
import org.trustflex.launching.firmware.KitReturn;
import org.trustflex.launching.operation.EclipseProgress;
import org.trustflex.ui.IrreversibleQuestion;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ActiveBoard;
import org.trustflex.ui.model.BoardCatalog;

/** Brings the factory program back into a board's MCU, after asking with what becomes of the one that is there. */
public final class FactoryResetHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Optional<Board> board = board(event);
        if (board.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.factory_title, Messages.noBoard);
        } else if (IrreversibleQuestion.ask(shell, Messages.factory_title, question(board.get()),
                Messages.factory_button)) {
            job(board.get()).schedule();
        }
        return null;
    }

    /** In the Boards view the selected one; everywhere else the one that the views show. */
    private static Optional<Board> board(ExecutionEvent event) throws ExecutionException {
        if (TrustFlexUi.BOARDS_VIEW.equals(HandlerUtil.getActivePartId(event))
                && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            return Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), Board.class));
        }
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        return ActiveBoard.of(window).id().flatMap(BoardCatalog.shared()::board);
    }

    private static String question(Board board) {
        String elements = board.description().elements().stream().map(element -> element.serialNumber().toString())
                .collect(Collectors.joining(", "));
        return NLS.bind(Messages.factory_question,
                new Object[] { board.id(), elements, board.flashedProgram().text() });
    }

    private static McuJob job(Board board) {
        return new McuJob(Messages.job_factory, board.id(),
                monitor -> KitReturn.run(board, FlashVia.DIRECT, new EclipseProgress(monitor, line -> {
                    // The Boards view shows the kit again.
                })));
    }
}
