package org.trustflex.ui.projects;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.BoardException;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.firmware.FirmwareCreation;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;
import org.trustflex.ui.model.BoardCatalog;

/** Makes a project with its board. If one of them can't be made, neither is there afterwards. */
final class ProjectOperation extends WorkspaceModifyOperation {

    private final String name;
    private final BoardChoice board;
    private final Optional<DesignSuiteImport> imported;
    private final boolean firmware;
    private Optional<TrustFlexProject> made = Optional.empty();

    ProjectOperation(String name, BoardChoice board, Optional<DesignSuiteImport> imported, boolean firmware) {
        this.name = name;
        this.board = board;
        this.imported = imported;
        this.firmware = firmware;
    }

    /** The project, if it was made. */
    Optional<TrustFlexProject> made() {
        return made;
    }

    @Override
    protected void execute(IProgressMonitor monitor) throws CoreException {
        if (board instanceof BoardChoice.Simulated simulated) {
            createBoard(simulated);
            try {
                made = Optional.of(ProjectCreation.create(name, imported, monitor));
            } finally {
                if (made.isEmpty()) {
                    deleteBoard(simulated);
                }
            }
            WorkspaceBoards.bind(made.get().project(), simulated.id());
        } else {
            TrustFlexProject project = ProjectCreation.create(name, imported, monitor);
            made = Optional.of(project);
            bind(project);
        }
        if (firmware) {
            FirmwareCreation.create(made.get(), monitor);
        }
    }

    private void bind(TrustFlexProject project) throws CoreException {
        if (board instanceof BoardChoice.Existing existing) {
            WorkspaceBoards.bind(project.project(), existing.id());
        } else {
            // An earlier project of this name may have had one.
            WorkspaceBoards.unbind(project.project());
        }
    }

    private static void createBoard(BoardChoice.Simulated simulated) throws CoreException {
        try {
            WorkspaceBoards.boards().simulated().create(simulated.name(), SimulatedBoardOptions.defaults());
            BoardEvents.changed(simulated.id());
            BoardCatalog.shared().refresh();
        } catch (BoardException refused) {
            throw new CoreException(Status.error(String.valueOf(refused.getMessage()), refused));
        }
    }

    private static void deleteBoard(BoardChoice.Simulated simulated) throws CoreException {
        try {
            WorkspaceBoards.boards().simulated().delete(simulated.name());
            BoardEvents.changed(simulated.id());
        } catch (BoardException | LinkFailed stays) {
            throw new CoreException(Status.error(String.valueOf(stays.getMessage()), stays));
        }
    }
}
