/**
 * Runs a launch configuration without a user interface.
 */
@NullMarked
package org.trustflex.launching.headless;

import org.jspecify.annotations.NullMarked;
