/**
 * The MCUs that this workbench runs, and who looks at them.
 */
@NullMarked
package org.trustflex.launching.mcu;

import org.jspecify.annotations.NullMarked;
