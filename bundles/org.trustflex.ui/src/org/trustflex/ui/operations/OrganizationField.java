package org.trustflex.ui.operations;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.ui.TrustFlexUi;

/** The organisation's name in custom certificates, checked while it is typed. */
public final class OrganizationField {

    private final Composite area;
    private final Text text;
    private final Label count;
    private final Map<Text, Function<ChainProfile, String>> subjects = new LinkedHashMap<>();
    private Optional<ChainProfile> profile = Optional.empty();
    private String problem = "";

    /** Makes the field, which tells of every change. */
    public OrganizationField(Composite parent, Runnable changed) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.organization_label);
        text = new Text(area, SWT.BORDER);
        text.setData(TrustFlexUi.WIDGET_ID, "organization");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        count = new Label(area, SWT.RIGHT);
        GridDataFactory.swtDefaults().hint(120, SWT.DEFAULT).applyTo(count);
        text.addModifyListener(event -> {
            check();
            changed.run();
        });
        check();
    }

    /** Shows below the name which subjects the certificates will have. */
    public OrganizationField withSubjects() {
        subject(Messages.organization_root, "subject.root", chain -> chain.root().toString());
        subject(Messages.organization_signer, "subject.signer", chain -> chain.signer().toString());
        subject(Messages.organization_device, "subject.device", chain -> NLS.bind(Messages.organization_devices,
                chain.organization(), chain.device().prefix()));
        check();
        return this;
    }

    private void subject(String name, String id, Function<ChainProfile, String> content) {
        new Label(area, SWT.NONE).setText(name);
        Text value = new Text(area, SWT.READ_ONLY);
        value.setData(TrustFlexUi.WIDGET_ID, id);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(value);
        subjects.put(value, content);
    }

    /** The widget to lay out. */
    public Control control() {
        return area;
    }

    /** The name, as typed. */
    public String text() {
        return text.getText();
    }

    /** Fills in a name. */
    public void setText(String organization) {
        text.setText(organization);
    }

    /** Puts the cursor into it. */
    public void setFocus() {
        text.setFocus();
    }

    /** Whether a name is wanted at all. */
    public void setEnabled(boolean enabled) {
        text.setEnabled(enabled);
        subjects.keySet().forEach(subject -> subject.setEnabled(enabled));
        count.setVisible(enabled);
    }

    /** The chain that results, if the name can be taken. */
    public Optional<ChainProfile> profile() {
        return profile;
    }

    /** Why the name can't be taken, in a sentence; empty if it can. */
    public String problem() {
        return problem;
    }

    private void check() {
        String name = text.getText();
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        count.setText(NLS.bind(Messages.organization_count, length, ChainProfile.LONGEST_ORGANIZATION));
        try {
            profile = Optional.of(ChainProfile.forOrganization(name));
            problem = "";
        } catch (RejectedValue rejected) {
            profile = Optional.empty();
            problem = String.valueOf(rejected.getMessage());
        }
        subjects.forEach(
                (field, content) -> field.setText(profile.map(content).orElse(Messages.organization_none)));
    }
}
