/**
 * The Cortex-M0+ as the ARMv6-M Architecture Reference Manual (ARM DDI 0419) and the Cortex-M0+ Technical Reference
 * Manual (ARM DDI 0484, r0p1) describe it: instructions, exceptions, system control, SysTick, and the memory it sees.
 *
 * <p>The one clock is the count of processor cycles. Whatever happens by itself is an {@link org.trustflex.samd21.core.Alarm} on it, so that the
 * same program with the same inputs always does the same in the same cycle.
 *
 * <p>Where the manuals leave a choice: exception entry takes 15 cycles, return 13 and tail-chaining 9; nothing can
 * arrive while registers are stacked; the multiplier is the single-cycle one, as the SAMD21 has it; there is no
 * unprivileged execution (SAM D21 data sheet, section 11.1).
 */
@NullMarked
package org.trustflex.samd21.core;

import org.jspecify.annotations.NullMarked;
