package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.EncryptedWrite;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Read (TFLXTLS data sheet, section 5.1.6; 508A data sheet, section 9.16). */
final class ReadCommand implements Command {

    @Override
    public Opcode opcode() {
        return Opcode.READ;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        boolean data = (packet.param1() & ReadWriteMode.ZONE_MASK) == Zone.DATA.code();
        int slot = ZoneAddress.decode(Zone.DATA, packet.param2()).slot();
        return data && slot < SlotLayout.SLOT_COUNT && chip.slotConfig(slot).encryptRead() ? TempKeyRule.USED
                : TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireModeBits(ReadWriteMode.THIRTY_TWO_BYTES | ReadWriteMode.ZONE_MASK)
                .requireLength(0);
        ZoneRange range = ZoneRange.of(packet, chip.settings());
        return switch (range.zone()) {
            case CONFIGURATION -> ResponsePacket.data(range.in(chip.configuration().bytes()));
            case OTP -> {
                chip.requireDataLocked();
                yield ResponsePacket.data(range.in(chip.image().otp()));
            }
            case DATA -> ResponsePacket.data(slot(range, chip));
        };
    }

    private static byte[] slot(ZoneRange range, Chip chip) throws CommandRefused {
        chip.requireDataLocked();
        int slot = range.slot();
        SlotConfig policy = chip.slotConfig(slot);
        if (chip.keyConfig(slot).isPrivate()) {
            throw new CommandRefused(RefusalReason.READ_PRIVATE_KEY, slot);
        }
        byte[] plain = range.in(chip.image().slot(slot));
        if (policy.encryptRead()) {
            return EncryptedWrite.exclusiveOr(readKey(range, policy, chip), plain);
        }
        if (policy.isSecret()) {
            throw new CommandRefused(RefusalReason.READ_SECRET, slot);
        }
        return plain;
    }

    private static byte[] readKey(ZoneRange range, SlotConfig policy, Chip chip) throws CommandRefused {
        if (!range.block()) {
            throw new CommandRefused(RefusalReason.READ_WORD_OF_SECRET, range.slot());
        }
        TempKey key = chip.requireTempKey();
        TempKeyFlags flags = key.flags();
        if (!flags.genDig() || flags.keyId() != policy.readKey() || flags.passThrough()) {
            throw new CommandRefused(RefusalReason.READ_KEY_NOT_LOADED, range.slot(), policy.readKey());
        }
        return key.first32();
    }
}
