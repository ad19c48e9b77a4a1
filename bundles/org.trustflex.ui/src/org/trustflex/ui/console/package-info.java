/**
 * Links in the console of an operation.
 */
@NullMarked
package org.trustflex.ui.console;

import org.jspecify.annotations.NullMarked;
