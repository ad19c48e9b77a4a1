/**
 * The picture of the board: its parts, its status LED as the firmware drives it, and the commands that act on its MCU.
 */
@NullMarked
package org.trustflex.ui.picture;

import org.jspecify.annotations.NullMarked;
