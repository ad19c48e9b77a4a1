package org.trustflex.ui.model;

import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.problems.ProjectChecks;

/** Marks a project whose authority key is not the one in its device, as far as the device was read. */
final class AuthorityJob extends WorkspaceJob {

    private final TrustFlexProject project;
    private final ElementCatalog catalog;

    AuthorityJob(TrustFlexProject project, ElementCatalog catalog) {
        super(NLS.bind(Messages.authority_title, project.name()));
        this.project = project;
        this.catalog = catalog;
        setSystem(true);
        setRule(project.project());
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        if (TrustFlexProject.of(project.project()).isPresent()) {
            ProjectChecks.run(project, WorkspaceBoards.boardOf(project.project()).flatMap(catalog::facts)
                    .flatMap(ElementFacts::slots));
        }
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TrustFlexJobs.CHECKS;
    }
}
