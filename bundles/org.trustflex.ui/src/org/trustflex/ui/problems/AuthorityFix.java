package org.trustflex.ui.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ActiveProject;

/** Says what another authority key means, and shows the slots. No command can put the right one into the device. */
record AuthorityFix() implements IMarkerResolution {

    @Override
    public String getLabel() {
        return Messages.authority_explain;
    }

    @Override
    public void run(IMarker marker) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        TrustFlexProject.of(marker.getResource()).ifPresent(ActiveProject.of(window)::follow);
        MessageDialog.openInformation(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Messages.authority_title,
                NLS.bind(Messages.authority_text, marker.getAttribute(IMarker.MESSAGE, "")));
        try {
            window.getActivePage().showView(TrustFlexUi.SLOTS_VIEW);
        } catch (PartInitException failed) {
            ILog.get().error(TrustFlexUi.SLOTS_VIEW, failed);
        }
    }
}
