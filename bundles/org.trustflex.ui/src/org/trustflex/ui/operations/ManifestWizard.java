package org.trustflex.ui.operations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.manifest.ManifestFile;
import org.trustflex.provisioning.plan.PlannedWrites;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.ProjectStatus;

/** Puts the device into the project's manifest. */
final class ManifestWizard extends OperationWizard {

    ManifestWizard(IWorkbenchWindow window, Target target) {
        super(window, target, new SummaryPage.Texts(Messages.manifest_window, Messages.manifest_outcome,
                Messages.manifest_description, "generate_manifest"));
    }

    @Override
    public PlannedWrites writes(Project project, SerialNumber element) {
        return PlannedWrites.ofManifest(project);
    }

    @Override
    public Condition condition(ProjectStatus status) {
        return status.manifest();
    }

    @Override
    void start(OperationStart operation) throws CoreException {
        Project files = new Project(target().project().folder());
        operation.thenOpen(files.resourcesFolder().resolve(ManifestFile.NAME)).resources(
                new ResourcesRequest(false, ResourceOptions.DEFAULT, CertificateChoice.NONE, "", true));
    }
}
