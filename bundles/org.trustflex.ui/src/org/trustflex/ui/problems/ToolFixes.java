package org.trustflex.ui.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.trustflex.launching.firmware.CompilerMarkers;
import org.trustflex.ui.TrustFlexUi;

/** Where a tool is missing that builds firmware: the page on which it is chosen. */
public final class ToolFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.getAttribute(CompilerMarkers.TOOL_MISSING, false);
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return hasResolutions(marker) ? new IMarkerResolution[] { new ChooseTools() } : new IMarkerResolution[0];
    }

    /** Opens the page. */
    private record ChooseTools() implements IMarkerResolution {

        @Override
        public String getLabel() {
            return Messages.chooseTools;
        }

        @Override
        public void run(IMarker marker) {
            PreferencesUtil.createPreferenceDialogOn(
                    PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                    TrustFlexUi.PLUGIN_ID + ".preferences.tools", null, null).open();
        }
    }
}
