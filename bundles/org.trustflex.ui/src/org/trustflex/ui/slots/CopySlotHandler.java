package org.trustflex.ui.slots;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Copies the selected row as text. */
public final class CopySlotHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SelectedSlot.copy(event, SlotText.line(SelectedSlot.of(event)));
        return null;
    }
}
