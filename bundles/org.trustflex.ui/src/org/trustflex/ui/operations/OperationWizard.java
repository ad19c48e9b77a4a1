package org.trustflex.ui.operations;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;

/** A wizard whose last page lists what will be written. Nothing is written before Finish, which starts a launch. */
abstract class OperationWizard extends Wizard implements BoardSight.Plan {

    private final IWorkbenchWindow window;
    private final Target target;
    private final SummaryPage summary;

    OperationWizard(IWorkbenchWindow window, Target target, SummaryPage.Texts texts) {
        this.window = window;
        this.target = target;
        this.summary = new SummaryPage(target, this, texts);
        setWindowTitle(texts.window());
    }

    /** What the wizard is for. */
    final Target target() {
        return target;
    }

    /** The last page. */
    final SummaryPage summary() {
        return summary;
    }

    /** Starts what the user has asked for. */
    abstract void start(OperationStart operation) throws CoreException;

    @Override
    public void addPages() {
        addPage(summary);
    }

    /** Only who has seen the list of what will be written can finish. */
    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == summary && summary.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        try {
            start(new OperationStart(window, target.project()));
            return true;
        } catch (CoreException failed) {
            ErrorDialog.openError(getShell(), getWindowTitle(), null, failed.getStatus());
            return false;
        }
    }
}
