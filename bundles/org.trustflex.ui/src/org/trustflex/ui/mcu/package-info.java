/**
 * Commands for the main MCU of a board, and its UART in the Console view.
 */
@NullMarked
package org.trustflex.ui.mcu;

import org.jspecify.annotations.NullMarked;
