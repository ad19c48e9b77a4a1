package org.trustflex.ui.model;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;

/**
 * Has projects checked against their device whenever that was read, another one was chosen, or the authority's file has
 * changed. It reads no device itself.
 */
final class AuthorityWatch implements IResourceChangeListener, BoardEvents.Listener {

    private final ElementCatalog catalog;

    AuthorityWatch(ElementCatalog catalog) {
        this.catalog = catalog;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        BoardEvents.add(this);
    }

    /** What a board's element holds was read. */
    void read(ElementFacts facts) {
        for (TrustFlexProject project : TrustFlexProject.all()) {
            if (WorkspaceBoards.boardOf(project.project()).equals(Optional.of(facts.boardId()))) {
                check(project);
            }
        }
    }

    @Override
    public void boardChosen(IProject project, String boardId) {
        TrustFlexProject.of(project).ifPresent(this::check);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        for (TrustFlexProject project : TrustFlexProject.all()) {
            IPath authority = project
                    .file(new Project(project.folder())
                            .privateResource(KeyFile.keyPairName(SlotPurpose.VALIDATION_AUTHORITY.slot())).path())
                    .orElseThrow().getFullPath();
            IResourceDelta delta = event.getDelta().findMember(authority);
            if (delta != null && (delta.getFlags() != IResourceDelta.MARKERS)) {
                check(project);
            }
        }
    }

    private void check(TrustFlexProject project) {
        new AuthorityJob(project, catalog).schedule();
    }
}
