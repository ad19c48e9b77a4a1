/**
 * The project's own firmware, which rotates the public key in slot 14 from the board's main MCU: its C sources as a template
 * that is laid down in a project.
 */
@NullMarked
package org.trustflex.firmware;

import org.jspecify.annotations.NullMarked;
