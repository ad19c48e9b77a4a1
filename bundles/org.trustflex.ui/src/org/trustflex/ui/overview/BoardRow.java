package org.trustflex.ui.overview;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.status.State;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.model.ElementFacts;

/** What is known of the project's board. */
final class BoardRow {

    private BoardRow() {
    }

    static Row of(TrustFlexProject project) {
        Optional<String> bound = WorkspaceBoards.boardOf(project.project());
        if (bound.isEmpty()) {
            return row(State.READY, Messages.board_none, Cell.NOTHING, Cell.NOTHING, NextStep.CHOOSE_BOARD);
        }
        String board = bound.get();
        BoardCatalog catalog = BoardCatalog.shared();
        if (catalog.known() && catalog.board(board).isEmpty()) {
            return row(State.NEEDS_ATTENTION, NLS.bind(Messages.board_gone, board), Cell.of(board), Cell.NOTHING,
                    NextStep.CHANGE_BOARD);
        }
        Optional<FlashedProgram> program = catalog.board(board).map(Board::flashedProgram);
        if (program.isPresent() && !program.get().isKit()) {
            return row(State.NEEDS_ATTENTION, NLS.bind(Messages.board_noKit, board, program.get()), Cell.of(board),
                    Cell.of(program.get().text()), NextStep.FACTORY_RESET);
        }
        Optional<ElementFacts> facts = ElementCatalog.shared().facts(board);
        if (facts.isEmpty()) {
            return row(State.WAITS, Messages.board_reading, Cell.of(board), Cell.NOTHING, NextStep.CHANGE_BOARD);
        }
        return read(board, facts.get());
    }

    private static Row read(String board, ElementFacts facts) {
        if (facts.slots().isEmpty()) {
            return row(State.NEEDS_ATTENTION, facts.problem(), Cell.of(board), Cell.NOTHING, NextStep.CHANGE_BOARD);
        }
        String serialNumber = facts.slots().get().serialNumber().toString();
        return row(State.DONE, Messages.board_done, Cell.of(board), Cell.of(serialNumber), NextStep.CHANGE_BOARD);
    }

    private static Row row(State state, String sentence, Cell board, Cell element, NextStep next) {
        return new Row(Part.BOARD, state, sentence, board, element, next);
    }
}
