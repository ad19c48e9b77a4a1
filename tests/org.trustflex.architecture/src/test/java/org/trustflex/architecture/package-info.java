/**
 * Holds the house to its plan: which room may know which, and what no room may do.
 */
@NullMarked
package org.trustflex.architecture;

import org.jspecify.annotations.NullMarked;
