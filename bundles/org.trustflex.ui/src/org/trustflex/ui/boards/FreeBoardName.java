package org.trustflex.ui.boards;

import org.eclipse.jface.dialogs.IInputValidator;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.RejectedBoardName;
import org.trustflex.board.SimulatedBoards;
import org.trustflex.launching.WorkspaceBoards;

/** Says what is wrong with the name of a new simulated board, and proposes one that is free. */
public final class FreeBoardName implements IInputValidator {

    private static final String FIRST = "demo";

    private final SimulatedBoards boards = WorkspaceBoards.boards().simulated();

    @Override
    public @Nullable String isValid(String name) {
        try {
            boards.requireFree(name);
            return null;
        } catch (RejectedBoardName rejected) {
            return rejected.getMessage();
        }
    }

    /** The first of demo, demo2, demo3 ... that is free. */
    public String suggestion() {
        String name = FIRST;
        for (int number = 2; isValid(name) != null; number++) {
            name = FIRST + number;
        }
        return name;
    }
}
