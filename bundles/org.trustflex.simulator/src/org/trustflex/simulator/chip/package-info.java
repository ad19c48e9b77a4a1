/**
 * The inside of a simulated element that its commands work on: EEPROM in use, volatile memory, counters and the rules
 * for using keys.
 */
@NullMarked
package org.trustflex.simulator.chip;

import org.jspecify.annotations.NullMarked;
