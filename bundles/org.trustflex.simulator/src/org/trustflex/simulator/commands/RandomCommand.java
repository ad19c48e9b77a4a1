package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;

/** Random (TFLXTLS data sheet, section 5.1.7). Data is ignored. Both seed modes are the same here. */
final class RandomCommand implements Command {

    private static final int NO_SEED_UPDATE = 0x01;

    @Override
    public Opcode opcode() {
        return Opcode.RANDOM;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireModeBits(NO_SEED_UPDATE).requireParam2(0);
        return ResponsePacket.data(chip.random());
    }
}
