package org.trustflex.ui.boards;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.trustflex.board.Board;
import org.trustflex.board.BoardKind;
import org.trustflex.ui.Images;

/** A board in one line: its id, the serial numbers of its elements and what program answers. */
public final class BoardLine extends LabelProvider {

    @Override
    public String getText(Object element) {
        return element instanceof Board board ? NLS.bind(Messages.choose_line,
                new Object[] { board.id(), SerialNumbers.of(board), board.description().program() }) : "";
    }

    @Override
    public Image getImage(Object element) {
        boolean simulated = element instanceof Board board && board.description().kind() == BoardKind.SIMULATED;
        return (simulated ? Images.BOARD_SIMULATED : Images.BOARD).image();
    }
}
