package org.trustflex.ui.operations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.plan.PlannedWrites;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.ProjectStatus;

/** Makes the development keys of a project and programs them. */
final class ResourcesWizard extends OperationWizard {

    private final SummaryPage.Option newKeys;

    ResourcesWizard(IWorkbenchWindow window, Target target) {
        super(window, target, new SummaryPage.Texts(Messages.resources_window, Messages.resources_outcome,
                Messages.resources_description, "generate_resources"));
        newKeys = summary().option(Messages.resources_newKeys);
    }

    @Override
    public PlannedWrites writes(Project project, SerialNumber element) {
        return PlannedWrites.ofResources(project, newKeys.chosen());
    }

    @Override
    public Condition condition(ProjectStatus status) {
        return status.resources();
    }

    @Override
    void start(OperationStart operation) throws CoreException {
        operation.resources(new ResourcesRequest(true, new ResourceOptions(newKeys.chosen(), summary().adopts()),
                CertificateChoice.NONE, "", false));
    }
}
