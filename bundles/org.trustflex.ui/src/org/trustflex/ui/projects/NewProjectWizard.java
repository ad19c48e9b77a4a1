package org.trustflex.ui.projects;

import java.util.Optional;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.INewWizard;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;

/** Makes an empty project. One typed name is enough. */
public final class NewProjectWizard extends ProjectWizard implements INewWizard {

    private final NewProjectPage page = new NewProjectPage();

    /** A wizard that has written nothing. */
    public NewProjectWizard() {
        super(Messages.new_title);
    }

    @Override
    public void addPages() {
        addPage(page);
        addPage(new SummaryPage(this::summary));
    }

    @Override
    String projectName() {
        return page.projectName();
    }

    @Override
    BoardChoice board() {
        return page.board();
    }

    @Override
    boolean withFirmware() {
        return page.withFirmware();
    }

    @Override
    Optional<DesignSuiteImport> imported() {
        return Optional.empty();
    }

    @Override
    WizardPage firstPage() {
        return page;
    }
}
