package org.trustflex.ui.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.CommandLink;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ActiveProject;

/**
 * Runs a command for the project that the problem is in.
 *
 * @param label   what it does
 * @param command the command's id, without our prefix
 */
record CommandFix(String label, String command) implements IMarkerResolution {

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public void run(IMarker marker) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        TrustFlexProject.of(marker.getResource()).ifPresent(ActiveProject.of(window)::follow);
        CommandLink.run(window.getService(IHandlerService.class), TrustFlexUi.PLUGIN_ID + "." + command);
    }
}
