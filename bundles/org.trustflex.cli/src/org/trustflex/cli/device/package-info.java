/**
 * The commands that look at boards and what is on them.
 */
@NullMarked
package org.trustflex.cli.device;

import org.jspecify.annotations.NullMarked;
