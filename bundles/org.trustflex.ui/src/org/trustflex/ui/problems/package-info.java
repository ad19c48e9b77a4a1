/**
 * Quick fixes for what the Problems view shows of TrustFLEX projects.
 */
@NullMarked
package org.trustflex.ui.problems;

import org.jspecify.annotations.NullMarked;
