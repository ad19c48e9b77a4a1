package org.trustflex.ui.picture;

import org.trustflex.board.BoardDescription;
import org.trustflex.board.mcu.FlashedProgram;

/**
 * What is drawn of a board.
 *
 * @param board   the board as it was last found
 * @param program the program in the flash of its MCU
 * @param running whether this workbench runs that program now
 * @param lit     whether its status LED is on
 * @param blinks  how often the LED goes on in a second; 0 if it is steady
 */
record BoardPicture(BoardDescription board, FlashedProgram program, boolean running, boolean lit, double blinks) {
}
