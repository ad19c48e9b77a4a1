/**
 * The commands that make and handle simulated boards.
 */
@NullMarked
package org.trustflex.cli.simulator;

import org.jspecify.annotations.NullMarked;
