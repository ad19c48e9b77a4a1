package org.trustflex.ui.slots;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.handlers.HandlerUtil;

/** What the commands of the Slots view work on. Their enablement makes sure that it is there. */
final class SelectedSlot {

    private SelectedSlot() {
    }

    static SlotRow of(ExecutionEvent event) throws ExecutionException {
        IStructuredSelection selection = (IStructuredSelection) HandlerUtil.getCurrentSelectionChecked(event);
        if (selection.getFirstElement() instanceof SlotRow row) {
            return row;
        }
        throw new ExecutionException("The selection is no slot");
    }

    /** Puts a text into the clipboard. */
    static void copy(ExecutionEvent event, String text) throws ExecutionException {
        Clipboard clipboard = new Clipboard(HandlerUtil.getActiveShellChecked(event).getDisplay());
        try {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }
}
