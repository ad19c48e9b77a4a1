/**
 * The EEPROM of a simulated secure element as an immutable image, and where such images are kept.
 */
@NullMarked
package org.trustflex.simulator.eeprom;

import org.jspecify.annotations.NullMarked;
