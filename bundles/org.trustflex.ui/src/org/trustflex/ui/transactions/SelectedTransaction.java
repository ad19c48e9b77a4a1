package org.trustflex.ui.transactions;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** What the commands of the Transactions view work on. Their enablement makes sure that it is there. */
final class SelectedTransaction {

    private SelectedTransaction() {
    }

    static Transaction of(ExecutionEvent event) throws ExecutionException {
        IStructuredSelection selection = (IStructuredSelection) HandlerUtil.getCurrentSelectionChecked(event);
        if (selection.getFirstElement() instanceof Transaction row) {
            return row;
        }
        throw new ExecutionException("The selection is no command");
    }
}
