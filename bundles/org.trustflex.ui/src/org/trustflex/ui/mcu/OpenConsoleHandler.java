package org.trustflex.ui.mcu;

import org.trustflex.board.Board;

/** Shows the UART of the board that the window's views show, in the Console view. */
public final class OpenConsoleHandler extends McuHandler {

    /** Made by the workbench. */
    public OpenConsoleHandler() {
        super(Messages.console_name);
    }

    @Override
    void act(Board board) {
        UartConsole.show(board.id());
    }
}
