/**
 * The build of a firmware project by make and arm-none-eabi-gcc, which are called where they are installed.
 */
@NullMarked
package org.trustflex.firmware.build;

import org.jspecify.annotations.NullMarked;
