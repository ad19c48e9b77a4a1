/**
 * Why a simulated element says no: one reason for each rule, with the words for it.
 */
@NullMarked
package org.trustflex.simulator.refusal;

import org.jspecify.annotations.NullMarked;
