package org.trustflex.ui.projects;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;
import org.trustflex.ui.overview.OpenOverviewHandler;

/** A wizard at whose end there is a project, with its overview open. Nothing is written before Finish. */
abstract class ProjectWizard extends Wizard implements IWorkbenchWizard, IExecutableExtension {

    private @Nullable IWorkbench workbench;
    private @Nullable IConfigurationElement configuration;

    ProjectWizard(String title) {
        setWindowTitle(title);
        setNeedsProgressMonitor(true);
    }

    abstract String projectName();

    abstract BoardChoice board();

    abstract Optional<DesignSuiteImport> imported();

    /** Whether the project gets the firmware's sources. */
    boolean withFirmware() {
        return false;
    }

    /** The page that says why a project could not be made. */
    abstract WizardPage firstPage();

    @Override
    public void init(@Nullable IWorkbench shown, @Nullable IStructuredSelection selection) {
        workbench = shown;
    }

    @Override
    public void setInitializationData(@Nullable IConfigurationElement element, @Nullable String property,
            @Nullable Object data) {
        configuration = element;
    }

    List<String> summary() {
        return SummaryLines.of(projectName(), board(), imported(), withFirmware());
    }

    @Override
    public boolean performFinish() {
        ProjectOperation operation = new ProjectOperation(projectName(), board(), imported(), withFirmware());
        try {
            getContainer().run(true, false, operation);
        } catch (InvocationTargetException failed) {
            return refused(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (configuration != null) {
            BasicNewProjectResourceWizard.updatePerspective(configuration);
        }
        operation.made().ifPresent(this::openLater);
        return operation.made().isPresent();
    }

    /** When the wizard is closed already: it does not stay on the screen while the overview is built. */
    private void openLater(TrustFlexProject project) {
        IWorkbenchPage page = workbench == null ? null : workbench.getActiveWorkbenchWindow().getActivePage();
        if (page != null) {
            getShell().getDisplay().asyncExec(() -> open(page, project));
        }
    }

    private static void open(IWorkbenchPage page, TrustFlexProject project) {
        BasicNewResourceWizard.selectAndReveal(project.file(), page.getWorkbenchWindow());
        try {
            OpenOverviewHandler.open(page, project);
        } catch (PartInitException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW);
        }
    }

    private boolean refused(Throwable cause) {
        String sentence = cause instanceof CoreException known ? known.getStatus().getMessage()
                : String.valueOf(cause.getMessage());
        getContainer().showPage(firstPage());
        firstPage().setErrorMessage(sentence);
        return false;
    }
}
