package org.trustflex.launching.mcu;

import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.BoardTrace;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.FlashTool;

/**
 * A board whose MCU is looked at together with all others in this workbench who look at it.
 *
 * @param board the board itself
 */
public record WatchedBoard(Board board) implements Board {

    @Override
    public McuSession openMcu(Speed speed) throws LinkFailed {
        McuWatch watch = RunningMcus.shared().open(board, speed);
        return new McuSession(watch.mcu(), watch::close);
    }

    @Override
    public BoardDescription description() {
        return board.description();
    }

    @Override
    public ElementSource element() throws LinkFailed {
        return board.element();
    }

    @Override
    public List<ElementSource> elements() {
        return board.elements();
    }

    @Override
    public FlashedProgram flashedProgram() {
        return board.flashedProgram();
    }

    @Override
    public Programmer programmer() throws LinkFailed {
        return board.programmer();
    }

    @Override
    public Programmer programmer(FlashTool tool) throws LinkFailed {
        return board.programmer(tool);
    }

    @Override
    public Optional<BoardTrace> record() {
        return board.record();
    }
}
