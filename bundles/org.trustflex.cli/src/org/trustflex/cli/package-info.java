/**
 * The command line: the root command, how failures are told, and the process around it.
 */
@NullMarked
package org.trustflex.cli;

import org.jspecify.annotations.NullMarked;
