package org.trustflex.board;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.mcu.DebugPort;
import org.trustflex.board.tool.DebugLink;

/** The debug port of a simulated board, which has power for as long as it is open. */
record SimulatedDebugger(PoweredBoard powered, DebugPort port) implements DebugLink {

    static SimulatedDebugger open(PoweredBoard powered) throws LinkFailed {
        boolean opened = false;
        try {
            SimulatedDebugger debugger = new SimulatedDebugger(powered, powered.mcu().serveDebug(0));
            opened = true;
            return debugger;
        } finally {
            if (!opened) {
                powered.close();
            }
        }
    }

    @Override
    public String adapter() {
        return "adapter driver remote_bitbang; remote_bitbang host localhost; remote_bitbang port " + port.port()
                + "; transport select jtag";
    }

    /** The program begins when the board gets its power the next time. */
    @Override
    public boolean resetAfterwards() {
        return false;
    }

    @Override
    public void close() {
        port.close();
        powered.close();
    }
}
