package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;

/** One command of the chip. Holds no state; that is in the {@link Chip}. */
interface Command {

    /** Which command this is. */
    Opcode opcode();

    /**
     * Carries the command out. EEPROM and TempKey are changed only when nothing can be refused any more; the rest of
     * TempKey's rules is in {@link #tempKeyRule}.
     *
     * @throws CommandRefused if packet or state do not allow it, or if a comparison failed
     */
    ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused;

    /**
     * What the command means for TempKey.
     *
     * @param packet whose mode may decide
     * @param chip   whose state may decide
     */
    TempKeyRule tempKeyRule(CommandPacket packet, Chip chip);

    /** Whether the message digest buffer survives the command. */
    default boolean keepsMessageDigestBuffer() {
        return false;
    }
}
