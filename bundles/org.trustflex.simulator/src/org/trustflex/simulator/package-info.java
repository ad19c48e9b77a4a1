/**
 * A simulated ATECC608B secure element: EEPROM that lasts, volatile memory that does not, and commands that obey the
 * policies of the configuration zone and say why when they refuse.
 *
 * <p>{@link org.trustflex.simulator.PartFactory} makes a part as delivered,
 * {@link org.trustflex.simulator.SimulatedElement} runs it. What was chosen where public documents are silent stands in
 * {@link org.trustflex.simulator.environment.SimulatorSettings} and in the documentation of the package with the
 * commands.
 *
 * <p>Not simulated: self-test and health-test failures (07, 08), the elliptic-curve fault (05), single-wire parts, and
 * what the bus does below whole packets.
 */
@NullMarked
package org.trustflex.simulator;

import org.jspecify.annotations.NullMarked;
