package org.trustflex.ui.projects;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.trustflex.ui.TrustFlexUi;

/** Lists what Finish will write. */
final class SummaryPage extends WizardPage {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".project_summary_page";

    private final Supplier<List<String>> lines;
    private Text text;

    SummaryPage(Supplier<List<String>> lines) {
        super("summary", Messages.summary_title, null);
        this.lines = lines;
        setMessage(Messages.summary_message);
    }

    @Override
    public void createControl(Composite parent) {
        text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        text.setData(TrustFlexUi.WIDGET_ID, "summary");
        setControl(text);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(text, HELP);
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            text.setText(String.join("\n", lines.get()));
        }
        super.setVisible(visible);
    }
}
