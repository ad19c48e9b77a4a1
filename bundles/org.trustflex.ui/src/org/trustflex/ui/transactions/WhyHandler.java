package org.trustflex.ui.transactions;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.Commands;
import org.trustflex.ui.slots.ShowSlotHandler;

/** Shows the policy of the slot whose command was refused, with the deciding bits marked. */
public final class WhyHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Transaction row = SelectedTransaction.of(event);
        Commands.run(HandlerUtil.getActiveWorkbenchWindowChecked(event), ShowSlotHandler.COMMAND_ID,
                Map.of(ShowSlotHandler.SLOT, TransactionText.slot(row.entry()), ShowSlotHandler.COMMAND,
                        row.entry().command()));
        return null;
    }
}
