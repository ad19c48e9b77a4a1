package org.trustflex.ui.transactions;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Lets the Transactions view search for the board and read its record again. */
public final class RefreshTransactionsHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TransactionsView transactions) {
            transactions.refresh();
        }
        return null;
    }
}
