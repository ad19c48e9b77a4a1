package org.trustflex.ui.projects;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.ui.TrustFlexUi;

/** Asks for the name of a new project and for its board. */
final class NewProjectPage extends WizardPage {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".new_project_wizard";

    private Text name;
    private BoardGroup board;
    private Button firmware;

    NewProjectPage() {
        super("project", Messages.new_heading, null);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        new Label(page, SWT.NONE).setText(Messages.project_name);
        name = new Text(page, SWT.BORDER);
        name.setData(TrustFlexUi.WIDGET_ID, "project name");
        name.addModifyListener(event -> check(true));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
        board = new BoardGroup(page, () -> check(true));
        firmware = new Button(page, SWT.CHECK);
        firmware.setText(Messages.new_firmware);
        firmware.setData(TrustFlexUi.WIDGET_ID, "project firmware");
        GridDataFactory.swtDefaults().span(3, 1).applyTo(firmware);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, HELP);
        check(false);
    }

    /** What is missing at first is said as a hint, and as an error once the user has begun. */
    private void check(boolean begun) {
        IStatus status = ProjectCreation.validate(name.getText());
        String problem = status.isOK() ? board.problem() : status.getMessage();
        boolean hint = problem != null && (!begun || name.getText().isEmpty());
        setErrorMessage(hint ? null : problem);
        setMessage(hint ? problem : Messages.new_message);
        setPageComplete(problem == null);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            name.setFocus();
        }
    }

    String projectName() {
        return name.getText();
    }

    /** Whether the project gets the firmware's sources. */
    boolean withFirmware() {
        return firmware.getSelection();
    }

    BoardChoice board() {
        return board.choice();
    }
}
