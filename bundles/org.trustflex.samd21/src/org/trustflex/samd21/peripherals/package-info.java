/**
 * The peripherals of the SAMD21E18A, register by register as the SAM D21/DA1 Family Data Sheet (DS40001882) describes
 * them, and the bus that finds them. What can't be synchronised, because its generic clock is off, stays busy for ever as
 * it does in the part; all other synchronisation is over at once.
 */
@NullMarked
package org.trustflex.samd21.peripherals;

import org.jspecify.annotations.NullMarked;
