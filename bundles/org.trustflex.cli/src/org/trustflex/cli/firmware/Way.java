package org.trustflex.cli.firmware;

/** How a program gets into the flash of a board's main MCU. */
public enum Way {
    /** The board's own way, which simulated boards have. */
    DIRECT,
    /** OpenOCD, through the board's debug port. */
    OPENOCD,
    /** MPLAB IPE. */
    IPE
}
