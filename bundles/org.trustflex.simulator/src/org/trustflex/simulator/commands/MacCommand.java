package org.trustflex.simulator.commands;

import org.trustflex.atecc.host.Macs;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.MacMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** MAC (TFLXTLS data sheet, section 5.4.2; 508A data sheet, section 9.11). */
final class MacCommand implements Command {

    private static final int ALLOWED_BITS = MacMode.BLOCK1_TEMPKEY | MacMode.BLOCK2_TEMPKEY | MacMode.SOURCE_FLAG
            | MacMode.OTP_88_BITS | MacMode.OTP_64_BITS | MacMode.INCLUDE_SERIAL_NUMBER;
    private static final int CHALLENGE_LENGTH = 32;

    @Override
    public Opcode opcode() {
        return Opcode.MAC;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return MacOperands.useTempKey(packet) ? TempKeyRule.USED : TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(ALLOWED_BITS);
        boolean challengeIgnored = (packet.param1() & MacMode.BLOCK2_TEMPKEY) != 0;
        form.requireLength(challengeIgnored || packet.dataLength() == CHALLENGE_LENGTH, CHALLENGE_LENGTH);
        KeyUse key = KeyUse.of(chip, packet.param2());
        chip.requireConfigurationLocked();
        requireMacAllowed(packet, key);
        MacOperands operands = MacOperands.of(packet, key, packet.data());
        return ResponsePacket.data(Macs.mac(operands.block1(), operands.block2(), packet.param1(), packet.param2(),
                chip.image().otp(), chip.serialNumber()));
    }

    private static void requireMacAllowed(CommandPacket packet, KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        if (MacOperands.keyFromSlot(packet) && chip.slotConfig(key.slot()).noMac()) {
            throw new CommandRefused(RefusalReason.KEY_NO_MAC, key.slot());
        }
        if (MacOperands.useTempKey(packet) && chip.requireTempKey().flags().noMac()) {
            throw new CommandRefused(RefusalReason.TEMPKEY_NO_MAC);
        }
    }
}
