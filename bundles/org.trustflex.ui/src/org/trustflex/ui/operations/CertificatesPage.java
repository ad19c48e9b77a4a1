package org.trustflex.ui.operations;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.ui.TrustFlexUi;

/** Which chain the device gets, and for a custom one the organisation's name with the names that result from it. */
final class CertificatesPage extends WizardPage {

    private Button delivered;
    private Button custom;
    private OrganizationField organization;
    private volatile Optional<ChainProfile> profile = Optional.empty();

    CertificatesPage() {
        super("certificates", Messages.certificates_outcome, null);
        setDescription(Messages.certificates_choose);
    }

    /** What a custom chain would be; empty for the delivered one. */
    Optional<ChainProfile> profile() {
        return profile;
    }

    /** The organisation's name, as typed. */
    String organization() {
        return profile.map(ChainProfile::organization).orElse("");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        delivered = radio(page, Messages.certificates_delivered);
        custom = radio(page, Messages.certificates_custom);
        organization = new OrganizationField(page, this::judge).withSubjects();
        GridDataFactory.fillDefaults().grab(true, false).indent(20, 0).applyTo(organization.control());
        delivered.setSelection(true);
        judge();
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, TrustFlexUi.PLUGIN_ID + ".generate_certificates");
    }

    private Button radio(Composite page, String label) {
        Button button = new Button(page, SWT.RADIO);
        button.setText(label);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            judge();
            if (event.widget == custom && custom.getSelection()) {
                organization.setFocus();
            }
        }));
        return button;
    }

    private void judge() {
        boolean own = custom.getSelection();
        organization.setEnabled(own);
        profile = own ? organization.profile() : Optional.empty();
        String problem = own ? organization.problem() : "";
        setErrorMessage(problem.isEmpty() ? null : problem);
        setPageComplete(problem.isEmpty());
    }
}
