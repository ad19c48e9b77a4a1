/**
 * What the kit protocol travels over: USB HID, a serial port, TCP, or memory.
 */
@NullMarked
package org.trustflex.kit.transport;

import org.jspecify.annotations.NullMarked;
