/**
 * The debug port: one {@link org.trustflex.samd21.debug.DebugAccess} that knows no transport (ARM Debug Interface v5, ARM
 * IHI 0031), and front ends for it. {@link org.trustflex.samd21.debug.BitbangServer} speaks OpenOCD's remote_bitbang
 * protocol on TCP with a JTAG port, as OpenOCD 0.12 drives no other there; the part itself has SWD alone, but every
 * transaction behind is the real one. {@link org.trustflex.samd21.debug.CmsisDap} is the probe that the board really has, with
 * SWD down to each clock.
 */
@NullMarked
package org.trustflex.samd21.debug;

import org.jspecify.annotations.NullMarked;
