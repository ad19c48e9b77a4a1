/**
 * Images of the main MCU's flash, as linkers leave them. Reading is strict: whatever is wrong with a file is one clear
 * refusal before anything on a board is erased.
 */
@NullMarked
package org.trustflex.board.image;

import org.jspecify.annotations.NullMarked;
