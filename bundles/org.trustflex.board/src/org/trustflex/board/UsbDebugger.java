package org.trustflex.board;

import org.trustflex.board.tool.DebugLink;

/** The debugger on a real board, nEDBG, which OpenOCD finds at USB by itself. */
final class UsbDebugger implements DebugLink {

    @Override
    public String adapter() {
        return "adapter driver cmsis-dap; cmsis_dap_backend hid; transport select swd";
    }

    @Override
    public boolean resetAfterwards() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held: OpenOCD opens and closes the device.
    }
}
