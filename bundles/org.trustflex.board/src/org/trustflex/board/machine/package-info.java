/**
 * The simulated board as a machine: the simulated MCU with its flash, the wires from it to the secure elements, the console
 * and the LED. Nobody but the board itself needs to know any of it.
 */
@NullMarked
package org.trustflex.board.machine;

import org.jspecify.annotations.NullMarked;
