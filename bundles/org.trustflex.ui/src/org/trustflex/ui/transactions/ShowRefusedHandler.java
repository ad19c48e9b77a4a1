package org.trustflex.ui.transactions;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.TrustFlexUi;

/** Opens the Transactions view and selects the last command that the element refused. */
public final class ShowRefusedHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            ((TransactionsView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(TrustFlexUi.TRANSACTIONS_VIEW)).showLastRefused();
            return null;
        } catch (PartInitException failed) {
            throw new ExecutionException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
