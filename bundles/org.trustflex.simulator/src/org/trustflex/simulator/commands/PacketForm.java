package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Judges a packet by itself, whatever the state of the element: what breaks its form is a parse error. */
record PacketForm(CommandPacket packet) {

    String name() {
        return packet.opcode().map(Opcode::dataSheetName).orElseThrow();
    }

    CommandRefused illegalMode() {
        return new CommandRefused(RefusalReason.ILLEGAL_MODE, name(), packet.param1());
    }

    PacketForm requireModeBits(int allowed) throws CommandRefused {
        if ((packet.param1() & ~allowed) != 0) {
            throw illegalMode();
        }
        return this;
    }

    PacketForm requireParam2(int expected) throws CommandRefused {
        return requireParam2(packet.param2() == expected);
    }

    PacketForm requireParam2(boolean legal) throws CommandRefused {
        if (!legal) {
            throw new CommandRefused(RefusalReason.ILLEGAL_PARAM2, name(), packet.param2());
        }
        return this;
    }

    PacketForm requireLength(int expected) throws CommandRefused {
        return requireLength(packet.dataLength() == expected, expected);
    }

    PacketForm requireLength(boolean legal, int expected) throws CommandRefused {
        if (!legal) {
            throw new CommandRefused(RefusalReason.ILLEGAL_LENGTH, name(), expected, packet.dataLength());
        }
        return this;
    }
}
