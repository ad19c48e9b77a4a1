package org.trustflex.ui.boards;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** What the commands of the Boards view work on. Their enablement makes sure that it is there. */
final class BoardSelection {

    private BoardSelection() {
    }

    /** The selected object in this form. */
    static <T> T selected(ExecutionEvent event, Class<T> type) throws ExecutionException {
        IStructuredSelection selection = (IStructuredSelection) HandlerUtil.getCurrentSelectionChecked(event);
        T adapted = Adapters.adapt(selection.getFirstElement(), type);
        if (adapted == null) {
            throw new ExecutionException("The selection is no " + type.getSimpleName());
        }
        return adapted;
    }
}
