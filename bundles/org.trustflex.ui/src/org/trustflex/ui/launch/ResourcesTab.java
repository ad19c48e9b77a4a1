package org.trustflex.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.configuration.ResourcesAttributes;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.ui.operations.OrganizationField;

/** What of resources, certificates and manifest a launch makes. */
final class ResourcesTab extends TargetTab {

    private Button resources;
    private Button newKeys;
    private Button none;
    private Button delivered;
    private Button custom;
    private OrganizationField organization;
    private Button manifest;

    ResourcesTab() {
        super(LaunchAttributes.RESOURCES_TYPE, "launch_resources");
    }

    @Override
    void createWhat(Group group) {
        resources = button(group, SWT.CHECK, Messages.resources_generate, 1);
        newKeys = button(group, SWT.CHECK, Messages.resources_newKeys, 2);
        Composite choice = new Composite(group, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(choice);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(choice);
        none = button(choice, SWT.RADIO, Messages.certificates_none, 3);
        delivered = button(choice, SWT.RADIO, Messages.certificates_delivered, 3);
        custom = button(choice, SWT.RADIO, Messages.certificates_custom, 1);
        organization = new OrganizationField(choice, this::update);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(organization.control());
        manifest = button(group, SWT.CHECK, Messages.manifest_generate, 3);
    }

    private Button button(Composite parent, int style, String label, int columns) {
        Button button = new Button(parent, style);
        button.setText(label);
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
        return button;
    }

    private void update() {
        newKeys.setEnabled(resources.getSelection());
        organization.setEnabled(custom.getSelection());
        updateLaunchConfigurationDialog();
    }

    @Override
    void readWhat(ILaunchConfiguration configuration) throws CoreException {
        resources.setSelection(configuration.getAttribute(LaunchAttributes.RESOURCES, true));
        newKeys.setSelection(configuration.getAttribute(LaunchAttributes.NEW_KEYS, false));
        String choice = configuration.getAttribute(LaunchAttributes.CERTIFICATES, CertificateChoice.NONE.name());
        delivered.setSelection(choice.equals(CertificateChoice.MCHP.name()));
        custom.setSelection(choice.equals(CertificateChoice.CUSTOM.name()));
        none.setSelection(!delivered.getSelection() && !custom.getSelection());
        organization.setText(configuration.getAttribute(LaunchAttributes.ORGANIZATION, ""));
        manifest.setSelection(configuration.getAttribute(LaunchAttributes.MANIFEST, false));
        update();
    }

    @Override
    void writeWhat(ILaunchConfigurationWorkingCopy configuration) {
        ResourcesAttributes.write(request(), configuration);
    }

    private ResourcesRequest request() {
        CertificateChoice choice = delivered.getSelection() ? CertificateChoice.MCHP : CertificateChoice.NONE;
        return new ResourcesRequest(resources.getSelection(), new ResourceOptions(newKeys.getSelection(), false),
                custom.getSelection() ? CertificateChoice.CUSTOM : choice, organization.text(),
                manifest.getSelection());
    }

    @Override
    String problemOfWhat() {
        if (request().isEmpty()) {
            return Messages.resources_nothing;
        }
        return custom.getSelection() ? organization.problem() : "";
    }

    @Override
    public String getId() {
        return "org.trustflex.ui.launch.resourcesTab";
    }
}
