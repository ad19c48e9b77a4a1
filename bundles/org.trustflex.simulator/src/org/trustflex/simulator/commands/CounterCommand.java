package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.CounterMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.MonotonicCounter;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Counter (508A data sheet, section 9.3). */
final class CounterCommand implements Command {

    private static final int LAST_COUNTER = 1;

    @Override
    public Opcode opcode() {
        return Opcode.COUNTER;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireModeBits(CounterMode.INCREMENT).requireLength(0);
        if (packet.param2() > LAST_COUNTER) {
            throw new CommandRefused(RefusalReason.NO_SUCH_COUNTER, packet.param2());
        }
        MonotonicCounter counter = MonotonicCounter.of(chip.configuration(), packet.param2());
        if (packet.param1() == CounterMode.READ) {
            return ResponsePacket.data(counter.valueBytes());
        }
        if (counter.atMaximum()) {
            throw new CommandRefused(RefusalReason.COUNTER_AT_MAXIMUM, packet.param2());
        }
        MonotonicCounter next = counter.incremented();
        chip.eeprom().replace(chip.image().withConfigurationBytes(next.offset(), next.encode()));
        return ResponsePacket.data(next.valueBytes());
    }
}
