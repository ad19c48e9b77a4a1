package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * Write (TFLXTLS data sheet, section 5.1.10; 508A data sheet, section 9.21). Slots have rules of their own: {@link
 * SlotWrite}.
 */
final class WriteCommand implements Command {

    private static final int ALLOWED_BITS = ReadWriteMode.THIRTY_TWO_BYTES | ReadWriteMode.ENCRYPTED
            | ReadWriteMode.ZONE_MASK;
    private static final int IDENTITY_END = 16;
    private static final int USER_EXTRA = 84;

    @Override
    public Opcode opcode() {
        return Opcode.WRITE;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return new InputData(packet, chip).isEncrypted() ? TempKeyRule.USED : TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(ALLOWED_BITS);
        ZoneRange range = ZoneRange.of(packet, chip.settings());
        boolean withMac = range.block() && packet.dataLength() == range.asked() + InputData.MAC_LENGTH;
        form.requireLength(withMac || packet.dataLength() == range.asked(), range.asked());
        InputData input = new InputData(packet, chip);
        switch (range.zone()) {
            case CONFIGURATION -> configuration(form, range, chip);
            case OTP -> otp(input, range, chip);
            case DATA -> new SlotWrite(chip, range, input).execute();
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static void configuration(PacketForm form, ZoneRange range, Chip chip) throws CommandRefused {
        if (chip.configuration().configurationLocked()) {
            throw new CommandRefused(RefusalReason.CONFIGURATION_LOCKED);
        }
        form.requireModeBits(ALLOWED_BITS & ~ReadWriteMode.ENCRYPTED).requireLength(range.asked());
        int end = range.offset() + range.length();
        boolean touchesExtra = range.offset() < ConfigurationZone.SLOT_LOCKED && end > USER_EXTRA;
        if (range.offset() < IDENTITY_END || touchesExtra) {
            throw new CommandRefused(RefusalReason.CONFIGURATION_BYTES_FIXED);
        }
        chip.eeprom().replace(chip.image().withConfigurationBytes(range.offset(), form.packet().data()));
    }

    private static void otp(InputData input, ZoneRange range, Chip chip) throws CommandRefused {
        chip.requireConfigurationLocked();
        if (chip.configuration().dataLocked()) {
            throw new CommandRefused(RefusalReason.OTP_LOCKED);
        }
        if (!range.block()) {
            throw new CommandRefused(RefusalReason.WRITE_WORD_BEFORE_LOCK);
        }
        byte[] value = Arrays.copyOf(input.plain(), SlotLayout.BLOCK_SIZE);
        chip.eeprom().replace(chip.image().withOtpBytes(range.offset(), value));
    }
}
