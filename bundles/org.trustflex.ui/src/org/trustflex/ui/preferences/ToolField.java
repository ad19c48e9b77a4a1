package org.trustflex.ui.preferences;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.StringButtonFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.tools.Tool;
import org.trustflex.launching.tools.ToolLocation;
import org.trustflex.launching.tools.ToolLocations;
import org.trustflex.ui.TrustFlexUi;

/** The path of a tool, and below it what is there. The disk is looked at in the background, while the user types on. */
final class ToolField extends StringButtonFieldEditor {

    private static final int LINE = 300;

    private final Tool tool;
    private final Job look = Job.createSystem(getClass().getName(), (ICoreRunnable) monitor -> look());
    private Label finding;
    private volatile String typed = "";
    private String problem = "";

    ToolField(Tool tool, String name, Composite parent) {
        super();
        this.tool = tool;
        init(tool.preference(), name);
        setChangeButtonText(Messages.browse);
        setValidateStrategy(VALIDATE_ON_KEY_STROKE);
        setEmptyStringAllowed(true);
        createControl(parent);
        getTextControl().setMessage(Messages.tools_search);
        getTextControl().setData(TrustFlexUi.WIDGET_ID, tool.preference());
    }

    @Override
    protected @Nullable String changePressed() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.SHEET);
        dialog.setFileName(getTextControl().getText());
        return dialog.open();
    }

    @Override
    protected void doFillIntoGrid(Composite parent, int numColumns) {
        super.doFillIntoGrid(parent, numColumns);
        GridDataFactory.swtDefaults().applyTo(new Label(parent, SWT.NONE));
        finding = new Label(parent, SWT.WRAP);
        finding.setData(TrustFlexUi.WIDGET_ID, tool.preference() + ".finding");
        GridDataFactory.fillDefaults().grab(true, false).hint(LINE, SWT.DEFAULT).span(numColumns - 1, 1)
                .applyTo(finding);
    }

    @Override
    protected void adjustForNumColumns(int numColumns) {
        super.adjustForNumColumns(numColumns);
        ((GridData) finding.getLayoutData()).horizontalSpan = numColumns - 1;
    }

    @Override
    protected void doLoad() {
        super.doLoad();
        lookFor(getTextControl().getText());
    }

    @Override
    protected void doLoadDefault() {
        super.doLoadDefault();
        lookFor(getTextControl().getText());
    }

    /** Says what the last look found; what has been typed since is looked for, and then this is asked again. */
    @Override
    protected boolean doCheckState() {
        String now = getTextControl().getText();
        if (!now.equals(typed)) {
            problem = "";
            lookFor(now);
        }
        setErrorMessage(problem);
        return problem.isEmpty();
    }

    private void lookFor(String path) {
        typed = path;
        look.schedule();
    }

    private void look() {
        String path = typed;
        ToolLocation location = ToolLocations.ofThisMachine().of(tool, path);
        Display.getDefault().asyncExec(() -> show(path, location));
    }

    private void show(String path, ToolLocation location) {
        if (finding.isDisposed() || !path.equals(typed)) {
            return;
        }
        if (location instanceof ToolLocation.Found found) {
            problem = "";
            finding.setText(NLS.bind(Messages.tools_found, found.program()));
        } else if (location instanceof ToolLocation.Unusable unusable) {
            problem = path.isBlank() ? "" : unusable.sentence();
            finding.setText(unusable.sentence());
        }
        finding.requestLayout();
        boolean before = isValid();
        refreshValidState();
        fireStateChanged(IS_VALID, before, isValid());
    }
}
