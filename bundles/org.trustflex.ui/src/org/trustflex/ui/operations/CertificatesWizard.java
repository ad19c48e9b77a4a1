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

/** Gives the device a certificate chain: the delivered one, or one of the user's own. */
final class CertificatesWizard extends OperationWizard {

    private final CertificatesPage choice;

    CertificatesWizard(IWorkbenchWindow window, Target target) {
        super(window, target, new SummaryPage.Texts(Messages.certificates_window, Messages.certificates_outcome,
                Messages.certificates_description, "generate_certificates"));
        this.choice = new CertificatesPage();
    }

    @Override
    public void addPages() {
        addPage(choice);
        super.addPages();
    }

    @Override
    public PlannedWrites writes(Project project, SerialNumber element) {
        return choice.profile().map(profile -> PlannedWrites.ofCustomChain(project, profile, element))
                .orElseGet(() -> PlannedWrites.ofDeliveredChain(project, element));
    }

    @Override
    public Condition condition(ProjectStatus status) {
        return status.certificates();
    }

    @Override
    void start(OperationStart operation) throws CoreException {
        CertificateChoice which = choice.profile().isPresent() ? CertificateChoice.CUSTOM : CertificateChoice.MCHP;
        operation.resources(new ResourcesRequest(false, ResourceOptions.DEFAULT, which, choice.organization(), false));
    }
}
