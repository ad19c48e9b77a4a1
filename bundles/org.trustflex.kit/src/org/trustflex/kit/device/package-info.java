/**
 * The kit protocol, device end: what the board's factory program does with the lines that it is sent, over whatever
 * devices there are on its bus.
 */
@NullMarked
package org.trustflex.kit.device;

import org.jspecify.annotations.NullMarked;
