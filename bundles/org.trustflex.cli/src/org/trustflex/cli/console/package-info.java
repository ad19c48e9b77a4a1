/**
 * What all commands share: streams and environment, options, output as text and as JSON, exit codes.
 */
@NullMarked
package org.trustflex.cli.console;

import org.jspecify.annotations.NullMarked;
