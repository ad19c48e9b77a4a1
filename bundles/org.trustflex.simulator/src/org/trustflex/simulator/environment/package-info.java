/**
 * What surrounds a simulated element: time, random numbers, and the settings for what no public document decides.
 */
@NullMarked
package org.trustflex.simulator.environment;

import org.jspecify.annotations.NullMarked;
