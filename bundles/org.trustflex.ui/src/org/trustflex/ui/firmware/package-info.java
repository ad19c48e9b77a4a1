/**
 * Commands for the firmware of a project, and the console of its build.
 */
@NullMarked
package org.trustflex.ui.firmware;

import org.jspecify.annotations.NullMarked;
