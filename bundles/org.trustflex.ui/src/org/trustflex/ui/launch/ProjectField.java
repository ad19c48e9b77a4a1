package org.trustflex.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.TrustFlexUi;

/** The project of a launch configuration. */
final class ProjectField {

    private final Text name;

    ProjectField(Composite parent, Runnable changed) {
        name = new Text(parent, SWT.BORDER);
        name.setData(TrustFlexUi.WIDGET_ID, "launch.project");
        name.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
        Button browse = new Button(parent, SWT.PUSH);
        browse.setText(Messages.project_browse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
    }

    private void browse() {
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(name.getShell(),
                LabelProvider.createTextProvider(project -> ((TrustFlexProject) project).name()));
        dialog.setTitle(Messages.project_title);
        dialog.setMessage(Messages.project_which);
        dialog.setMultipleSelection(false);
        dialog.setElements(TrustFlexProject.all().toArray());
        if (dialog.open() == Window.OK) {
            name.setText(((TrustFlexProject) dialog.getFirstResult()).name());
        }
    }

    void show(String project) {
        name.setText(project);
    }

    String name() {
        return name.getText().trim();
    }

    String problem() {
        try {
            TrustFlexProject.named(name());
            return "";
        } catch (CoreException unusable) {
            return unusable.getStatus().getMessage();
        }
    }
}
