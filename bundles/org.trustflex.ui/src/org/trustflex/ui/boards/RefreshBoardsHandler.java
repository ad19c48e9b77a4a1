package org.trustflex.ui.boards;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.model.BoardCatalog;

/** Searches for boards again. */
public final class RefreshBoardsHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        BoardCatalog.shared().refresh();
        return null;
    }
}
