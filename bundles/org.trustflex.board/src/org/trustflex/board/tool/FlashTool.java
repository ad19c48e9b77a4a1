package org.trustflex.board.tool;

/** Somebody else's program that writes the flash of a board's MCU, called where it is installed. */
public sealed interface FlashTool permits OpenOcd, MplabIpe {

    /** What it is called. */
    String name();
}
