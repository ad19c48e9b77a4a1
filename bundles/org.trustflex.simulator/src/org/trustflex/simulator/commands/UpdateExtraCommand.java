package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.UpdateExtraMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** UpdateExtra (TFLXTLS data sheet, section 5.1.9; 508A data sheet, section 9.19). */
final class UpdateExtraCommand implements Command {

    private static final int HIGHEST_VALUE = 0xFF;

    @Override
    public Opcode opcode() {
        return Opcode.UPDATE_EXTRA;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireLength(0);
        switch (packet.param1()) {
            case UpdateExtraMode.USER_EXTRA -> write(form, ConfigurationZone.USER_EXTRA, chip);
            case UpdateExtraMode.USER_EXTRA_ADDRESS -> write(form, ConfigurationZone.USER_EXTRA_ADD, chip);
            case UpdateExtraMode.COUNT_KEY_USE -> KeyUse.of(chip, packet.param2()).countDownIfLimited();
            default -> throw form.illegalMode();
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static void write(PacketForm form, int offset, Chip chip) throws CommandRefused {
        int value = form.packet().param2();
        form.requireParam2(value <= HIGHEST_VALUE);
        if (chip.configuration().bytes()[offset] != 0) {
            throw new CommandRefused(RefusalReason.USER_EXTRA_WRITTEN, offset);
        }
        chip.eeprom().replace(chip.image().withConfigurationBytes(offset, (byte) value));
    }
}
