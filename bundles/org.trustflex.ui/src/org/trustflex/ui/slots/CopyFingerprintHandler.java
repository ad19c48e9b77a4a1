package org.trustflex.ui.slots;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Copies the fingerprint of the public key in the selected slot. */
public final class CopyFingerprintHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SelectedSlot.copy(event, SelectedSlot.of(event).report().fingerprint().orElse(""));
        return null;
    }
}
