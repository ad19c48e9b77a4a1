/**
 * The simulated main MCU of the Trust Platform board: a SAMD21E18A with its processor, memories and the peripherals that
 * programs for this board use. {@link org.trustflex.samd21.Samd21} is the part; what is soldered to it is an
 * {@link org.trustflex.samd21.I2cDevice}, a {@link org.trustflex.samd21.UartListener} or a
 * {@link org.trustflex.samd21.PinListener}.
 *
 * <p>Device time is virtual and the same program with the same inputs always does the same. Whatever a program touches
 * that is not simulated is told once to an {@link org.trustflex.samd21.UnmodelledAccessListener}.
 */
@NullMarked
package org.trustflex.samd21;

import org.jspecify.annotations.NullMarked;
