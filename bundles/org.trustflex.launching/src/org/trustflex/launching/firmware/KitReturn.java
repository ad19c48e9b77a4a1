package org.trustflex.launching.firmware;

import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.flash.FactoryReset;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProgressMonitor;

/** Brings the factory program back into a board's MCU, which this workbench may be running. */
public final class KitReturn {

    private KitReturn() {
    }

    /**
     * Switches the board off, programs it, and lets the kit answer.
     *
     * @throws LinkFailed         if the board can't be reached, or the kit does not answer afterwards
     * @throws ProgrammingFailed  if the program did not get into the flash
     * @throws ToolMissing        if what programs the board is not there
     * @throws OperationCancelled if the user stopped it before it began
     */
    public static void run(Board board, FlashVia via, ProgressMonitor monitor)
            throws LinkFailed, ProgrammingFailed, ToolMissing, OperationCancelled {
        RunningMcus.shared().end(board.id());
        try {
            new FactoryReset(board).run(via.programmer(board), Optional.empty(), monitor);
        } finally {
            BoardEvents.changed(board.id());
        }
    }
}
