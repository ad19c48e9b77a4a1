/**
 * What a board's main MCU is to those above: its program, who writes that, and what can be seen of it: console and status
 * LED. Nothing in here says whether the board is simulated.
 */
@NullMarked
package org.trustflex.board.mcu;

import org.jspecify.annotations.NullMarked;
