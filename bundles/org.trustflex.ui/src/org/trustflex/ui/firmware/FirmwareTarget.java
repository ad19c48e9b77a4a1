package org.trustflex.ui.firmware;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.model.ActiveProject;

/** Which project a command means. */
final class FirmwareTarget {

    private FirmwareTarget() {
    }

    /** The project of the selected resource; else the one that the views follow. */
    static Optional<TrustFlexProject> of(ExecutionEvent event) throws ExecutionException {
        Optional<TrustFlexProject> selected = Optional.empty();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection structured
                && structured.size() == 1) {
            selected = Optional.ofNullable(Adapters.adapt(structured.getFirstElement(), IResource.class))
                    .flatMap(TrustFlexProject::of);
        }
        return selected.isPresent() ? selected
                : ActiveProject.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).project();
    }
}
