/**
 * A simulated ATECC608B secure element: EEPROM that lasts, volatile memory that does not, and commands that obey the
 * policies of the configuration zone and say why when they refuse.
 *
 * <p>{@link org.trustflex.simulator.PartFactory} makes a part as delivered,
 * {@link org.trustflex.simulator.SimulatedElement} runs it. What was chosen where public documents are silent stands in
 * {@link org.trustflex.simulator.environment.SimulatorSettings} and in the documentation of the package with the
 * commands.
 *
 * <p>Two more points are left to whoever makes a part: the code in the OTP zone, of which no document says which one
 * prototype parts hold, and the configuration bytes 13 and 14 of blank parts, which vary from part to part (here those of
 * TrustFLEX parts). The configuration of {@link org.trustflex.simulator.TrustAndGoPart} is probable, not certain.
 *
 * <p>Failing self-tests (07), a failing health test (08) and unlucky random values (05) happen when {@link
 * org.trustflex.simulator.SimulatedElement#faults} is told so. Not simulated: single-wire parts, and what the bus does
 * below whole packets.
 */
@NullMarked
package org.trustflex.simulator;

import org.jspecify.annotations.NullMarked;
