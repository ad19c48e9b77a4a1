package org.trustflex.simulator.commands;

import java.io.ByteArrayOutputStream;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Crc16;
import org.trustflex.atecc.packet.LockMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Lock (TFLXTLS data sheet, section 5.1.3; 508A data sheet, section 9.10). Data is ignored. */
final class LockCommand implements Command {

    private static final byte LOCKED = 0;
    private static final int SLOT_BITS = 0x3C;

    @Override
    public Opcode opcode() {
        return Opcode.LOCK;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet);
        int target = packet.param1() & LockMode.TARGET_MASK;
        int slotBits = target == LockMode.SLOT ? SLOT_BITS : 0;
        form.requireModeBits(LockMode.IGNORE_SUMMARY | LockMode.TARGET_MASK | slotBits);
        switch (target) {
            case LockMode.CONFIGURATION_ZONE -> lockConfiguration(packet, chip);
            case LockMode.DATA_AND_OTP_ZONES -> lockData(packet, chip);
            case LockMode.SLOT -> lockSlot((packet.param1() & SLOT_BITS) >> 2, chip);
            default -> throw form.illegalMode();
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static void lockConfiguration(CommandPacket packet, Chip chip) throws CommandRefused {
        if (chip.configuration().configurationLocked()) {
            throw new CommandRefused(RefusalReason.CONFIGURATION_LOCKED);
        }
        requireSummary(packet, chip, chip.configuration().bytes());
        chip.eeprom().replace(chip.image().withConfigurationBytes(ConfigurationZone.LOCK_CONFIG, LOCKED));
    }

    private static void lockData(CommandPacket packet, Chip chip) throws CommandRefused {
        chip.requireConfigurationLocked();
        if (chip.configuration().dataLocked()) {
            throw new CommandRefused(RefusalReason.DATA_LOCKED);
        }
        requireSummary(packet, chip, summarized(chip.image()));
        chip.eeprom().replace(chip.image().withConfigurationBytes(ConfigurationZone.LOCK_VALUE, LOCKED));
    }

    /** The slots in order, those of private keys left out, then the OTP zone. */
    private static byte[] summarized(EepromImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SlotLayout.slots().filter((int slot) -> !image.configuration().keyConfig(slot).isPrivate())
                .forEach((int slot) -> bytes.writeBytes(image.slot(slot)));
        bytes.writeBytes(image.otp());
        return bytes.toByteArray();
    }

    private static void requireSummary(CommandPacket packet, Chip chip, byte[] content) throws CommandRefused {
        boolean ignored = (packet.param1() & LockMode.IGNORE_SUMMARY) != 0;
        if (!ignored && packet.param2() != Crc16.of(content)) {
            throw new CommandRefused(chip.settings().answer(OpenPoint.LOCK_SUMMARY_MISMATCH),
                    RefusalReason.LOCK_SUMMARY_MISMATCH);
        }
    }

    private static void lockSlot(int slot, Chip chip) throws CommandRefused {
        chip.requireConfigurationLocked();
        if (!chip.keyConfig(slot).lockable()) {
            throw new CommandRefused(RefusalReason.SLOT_NOT_LOCKABLE, slot);
        }
        if (chip.configuration().slotLocked(slot)) {
            throw new CommandRefused(RefusalReason.SLOT_LOCKED, slot);
        }
        int offset = ConfigurationZone.SLOT_LOCKED + slot / Byte.SIZE;
        int bits = chip.configuration().bytes()[offset] & ~(1 << slot % Byte.SIZE);
        chip.eeprom().replace(chip.image().withConfigurationBytes(offset, (byte) bits));
    }
}
