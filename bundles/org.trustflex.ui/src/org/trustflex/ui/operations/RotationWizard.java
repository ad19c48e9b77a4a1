package org.trustflex.ui.operations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.plan.PlannedWrites;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.ui.TrustFlexUi;

/** Rotates the key in slot 14, or finishes a rotation that was interrupted. */
final class RotationWizard extends OperationWizard {

    RotationWizard(IWorkbenchWindow window, Target target) {
        super(window, target, new SummaryPage.Texts(Messages.rotation_window, Messages.rotation_outcome,
                Messages.rotation_description, "rotate_key"));
    }

    @Override
    public PlannedWrites writes(Project project, SerialNumber element) {
        return PlannedWrites.ofRotation(project, element);
    }

    @Override
    public Condition condition(ProjectStatus status) {
        return status.rotation();
    }

    @Override
    void start(OperationStart operation) throws CoreException {
        operation.thenShow(TrustFlexUi.ROTATION_VIEW).rotation();
    }
}
