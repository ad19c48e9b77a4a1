package org.trustflex.ui.slots;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.slots.SlotLock;
import org.trustflex.ui.IrreversibleQuestion;
import org.trustflex.ui.model.ActiveBoard;

/** Locks the selected slot for ever, after asking. */
public final class LockSlotHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SlotRow row = SelectedSlot.of(event);
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional<TrustFlexProject> project = ActiveBoard.of(window).project();
        String question = NLS.bind(Messages.lock_question,
                new Object[] { row.slot(), row.boardId(), row.serialNumber(), SlotLock.consequence(row.report()) });
        if (IrreversibleQuestion.ask(window.getShell(), Messages.lock_title, question, Messages.lock_button)) {
            new LockSlotJob(row, project).schedule();
        }
        return null;
    }
}
