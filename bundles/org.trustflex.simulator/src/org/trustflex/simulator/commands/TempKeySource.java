package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** TempKey for a command whose mode says where it must come from. */
record TempKeySource(CommandPacket packet, Chip chip) {

    /**
     * TempKey, which must be valid and come from where the mode says.
     *
     * @param sourceFlag the bit of Param1 that stands for a pass-through nonce
     */
    TempKey require(int sourceFlag) throws CommandRefused {
        TempKey tempKey = chip.requireTempKey();
        int wanted = (packet.param1() & sourceFlag) == 0 ? 0 : 1;
        int actual = tempKey.flags().passThrough() ? 1 : 0;
        if (wanted != actual) {
            throw new CommandRefused(RefusalReason.TEMPKEY_SOURCE, wanted, actual);
        }
        return tempKey;
    }
}
