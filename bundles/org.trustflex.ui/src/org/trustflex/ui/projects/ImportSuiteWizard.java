package org.trustflex.ui.projects;

import java.util.Optional;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IImportWizard;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;

/** Makes a project of a folder that the Trust Platform Design Suite has made. */
public final class ImportSuiteWizard extends ProjectWizard implements IImportWizard {

    private final ImportSuitePage page = new ImportSuitePage();

    /** A wizard that has written nothing. */
    public ImportSuiteWizard() {
        super(Messages.import_title);
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
    Optional<DesignSuiteImport> imported() {
        return page.imported();
    }

    @Override
    WizardPage firstPage() {
        return page;
    }
}
