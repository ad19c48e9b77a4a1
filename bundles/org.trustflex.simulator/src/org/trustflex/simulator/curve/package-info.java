/**
 * Elliptic-curve computations on P-256.
 */
@NullMarked
package org.trustflex.simulator.curve;

import org.jspecify.annotations.NullMarked;
