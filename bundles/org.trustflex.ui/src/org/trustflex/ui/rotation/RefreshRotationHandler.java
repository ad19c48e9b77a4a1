package org.trustflex.ui.rotation;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Lets the Key Rotation view read files and board again. */
public final class RefreshRotationHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof RotationView rotation) {
            rotation.refresh();
        }
        return null;
    }
}
