/**
 * Commands about the firmware of a project.
 */
@NullMarked
package org.trustflex.cli.firmware;

import org.jspecify.annotations.NullMarked;
