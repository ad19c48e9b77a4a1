package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;

/** SelfTest (TFLXTLS data sheet, section 5.1.7). The answer is the failure register, not a status. */
final class SelfTestCommand implements Command {

    @Override
    public Opcode opcode() {
        return Opcode.SELF_TEST;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireModeBits(SelfTestMode.ALL).requireParam2(0).requireLength(0);
        chip.selfTest(packet.param1());
        return ResponsePacket.data((byte) chip.sram().selfTestFailures());
    }
}
