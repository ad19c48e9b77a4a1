package org.trustflex.launching.configuration;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.ElementDescription;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;

/** Finds the board that a launch runs on: the project's, and if one is pinned, only if it holds that element. */
final class LaunchBoard {

    private final TrustFlexProject project;
    private final String pinned;
    private final boolean silent;

    LaunchBoard(TrustFlexProject project, ILaunchConfiguration configuration) throws CoreException {
        this.project = project;
        this.pinned = configuration.getAttribute(LaunchAttributes.SERIAL_NUMBER, "").trim();
        this.silent = configuration.getAttribute(LaunchAttributes.PRIVATE, false);
    }

    /**
     * The board.
     *
     * @throws LinkFailed if the project has none and nobody chooses one, or it is not there, or the pinned element is not
     *                    on it and nobody consents
     */
    Board find() throws LinkFailed, AmbiguousBoard, UnusableBoard, CoreException {
        Optional<String> bound = WorkspaceBoards.boardOf(project.project());
        if (bound.isEmpty() && pinned.isEmpty()) {
            bound = Optional.of(choose());
        }
        Board board = WorkspaceBoards.boards().select(bound.orElse(pinned));
        requirePinned(board);
        return board;
    }

    private String choose() throws LinkFailed, CoreException {
        Object answer = ask(BoardQuestion.WHICH_BOARD, project.project());
        if (answer instanceof String boardId) {
            WorkspaceBoards.bind(project.project(), boardId);
            return boardId;
        }
        throw new LinkFailed(NLS.bind(Messages.board_unbound, project.name()));
    }

    private void requirePinned(Board board) throws LinkFailed, CoreException {
        @Nullable
        String found = board.description().trustFlex().map(ElementDescription::serialNumber).map(Object::toString)
                .orElse(null);
        if (pinned.isEmpty() || pinned.equalsIgnoreCase(found)) {
            return;
        }
        String sentence = NLS.bind(Messages.board_other, new Object[] { pinned, board.id(), found });
        if (!Boolean.TRUE.equals(ask(BoardQuestion.OTHER_ELEMENT, sentence))) {
            throw new LinkFailed(sentence);
        }
    }

    private @Nullable Object ask(BoardQuestion question, Object source) throws CoreException {
        return silent ? null : question.ask(source);
    }
}
