package org.trustflex.ui.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PlatformUI;
import org.trustflex.launching.problems.TrackedSecrets;
import org.trustflex.ui.IrreversibleQuestion;

/** Takes a secret out of version control, after asking. */
record UntrackFix() implements IMarkerResolution {

    @Override
    public String getLabel() {
        return Messages.untrack;
    }

    @Override
    public void run(IMarker marker) {
        if (IrreversibleQuestion.ask(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Messages.untrack_title, NLS.bind(Messages.untrack_question, marker.getResource().getName()),
                Messages.untrack_button)) {
            new FileFixJob(marker.getResource(), TrackedSecrets::untrack).schedule();
        }
    }
}
