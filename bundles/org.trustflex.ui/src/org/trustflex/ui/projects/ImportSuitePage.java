package org.trustflex.ui.projects;

import java.util.Optional;

import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;
import org.trustflex.ui.TrustFlexUi;

/** Asks for the folder of the Design Suite, and checks it while the user goes on. */
final class ImportSuitePage extends WizardPage {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".import_suite_wizard";
    private static final String SUITE_FOLDER = "00_resource_generation";
    private static final int TYPING_MILLISECONDS = 200;

    private Text folder;
    private Text name;
    private BoardGroup board;
    private Optional<DesignSuiteImport> imported = Optional.empty();
    private @Nullable String refusal;
    private @Nullable FolderCheckJob checking;

    ImportSuitePage() {
        super("folder", Messages.import_heading, null);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        folder = text(page, Messages.import_folder, "suite folder", 1);
        folder.addModifyListener(event -> folderChanged());
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.import_browse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
        name = text(page, Messages.project_name, "project name", 2);
        name.addModifyListener(event -> check());
        board = new BoardGroup(page, this::check);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, HELP);
        check();
    }

    private static Text text(Composite page, String label, String id, int columns) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setData(TrustFlexUi.WIDGET_ID, id);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(text);
        return text;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setMessage(Messages.import_browseMessage);
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    private void folderChanged() {
        imported = Optional.empty();
        refusal = null;
        if (checking != null) {
            checking.cancel();
        }
        String chosen = folder.getText().trim();
        checking = chosen.isEmpty() ? null : new FolderCheckJob(chosen, new Result(chosen));
        if (checking != null) {
            checking.schedule(TYPING_MILLISECONDS);
        }
        proposeName(chosen);
        check();
    }

    /** The folder of resources has the same name everywhere: the one that holds it says more. */
    private void proposeName(String chosen) {
        IPath path = IPath.fromOSString(chosen);
        IPath named = SUITE_FOLDER.equals(path.lastSegment()) ? path.removeLastSegments(1) : path;
        String proposal = String.valueOf(named.lastSegment());
        if (named.segmentCount() > 0 && !name.isFocusControl()) {
            name.setText(proposal);
        }
    }

    private void check() {
        if (name == null || board == null) {
            return;
        }
        String hint = hint();
        String error = hint == null ? error() : null;
        setErrorMessage(error);
        setMessage(hint == null ? Messages.import_message : hint);
        setPageComplete(hint == null && error == null);
    }

    /** What is missing or still going on, which is no mistake. */
    private @Nullable String hint() {
        if (folder.getText().isBlank()) {
            return Messages.import_choose;
        }
        return imported.isEmpty() && refusal == null ? Messages.import_checking : null;
    }

    private @Nullable String error() {
        if (refusal != null) {
            return refusal;
        }
        IStatus status = ProjectCreation.validate(name.getText());
        return status.isOK() ? board.problem() : status.getMessage();
    }

    String projectName() {
        return name.getText();
    }

    BoardChoice board() {
        return board.choice();
    }

    Optional<DesignSuiteImport> imported() {
        return imported;
    }

    /** Takes a result, unless another folder has been chosen since. */
    private final class Result implements FolderCheckJob.Listener {

        private final String chosen;

        Result(String chosen) {
            this.chosen = chosen;
        }

        @Override
        public void usable(DesignSuiteImport found) {
            show(() -> imported = Optional.of(found));
        }

        @Override
        public void refused(String sentence) {
            show(() -> refusal = sentence);
        }

        private void show(Runnable take) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (!folder.isDisposed() && folder.getText().trim().equals(chosen)) {
                    take.run();
                    check();
                }
            });
        }
    }
}
