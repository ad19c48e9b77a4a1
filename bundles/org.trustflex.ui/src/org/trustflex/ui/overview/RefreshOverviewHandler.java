package org.trustflex.ui.overview;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Lets the overview look at files, boards and the device again. */
public final class RefreshOverviewHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof OverviewEditor overview) {
            overview.refresh();
        }
        return null;
    }
}
