package org.trustflex.launching.firmware;

import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.tool.MplabIpe;
import org.trustflex.board.tool.OpenOcd;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.launching.tools.Tool;
import org.trustflex.launching.tools.ToolLocation;
import org.trustflex.launching.tools.ToolLocations;

/** What programs the MCU of a board. */
public enum FlashVia {
    /** What the board has itself. */
    DIRECT,
    /** OpenOCD, over the board's debug port. */
    OPENOCD,
    /** MPLAB IPE, the vendor's programmer. */
    IPE;

    /**
     * The programmer. Looks at the disk: not for the user interface's thread.
     *
     * @throws LinkFailed  if it does not reach this board
     * @throws ToolMissing if it is not installed; the message says how
     */
    Programmer programmer(Board board) throws LinkFailed, ToolMissing {
        return switch (this) {
            case DIRECT -> board.programmer();
            case OPENOCD -> board.programmer(new OpenOcd(program(Tool.OPENOCD, "openocd")));
            case IPE -> board.programmer(new MplabIpe(program(Tool.MPLAB_IPE, "ipecmd")));
        };
    }

    /** Where a tool is. */
    static Path program(Tool tool, String name) throws ToolMissing {
        ToolLocation location = ToolLocations.ofThisMachine().of(tool);
        if (location instanceof ToolLocation.Unusable unusable) {
            throw new ToolMissing(name, NLS.bind(Messages.tool_missing, name, unusable.sentence()));
        }
        return ((ToolLocation.Found) location).program();
    }
}
