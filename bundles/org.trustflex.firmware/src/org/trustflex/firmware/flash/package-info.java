/**
 * Programs on the board's main MCU: written to its flash, judged by what they print and how they blink, and replaced by the
 * factory program again.
 */
@NullMarked
package org.trustflex.firmware.flash;

import org.jspecify.annotations.NullMarked;
