package org.trustflex.ui.slots;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.model.ActiveBoard;
import org.trustflex.ui.model.ElementCatalog;

/** Reads the slots of the active board again. */
public final class RefreshSlotsHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        ActiveBoard.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).id()
                .ifPresent(ElementCatalog.shared()::refresh);
        return null;
    }
}
