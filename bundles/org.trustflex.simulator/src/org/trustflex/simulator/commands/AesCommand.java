package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.AesMode;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;
import org.trustflex.simulator.symmetric.Aes128;

/** AES (TFLXTLS data sheet, section 5.3.1). A TempKey that serves as key stays. */
final class AesCommand implements Command {

    @Override
    public Opcode opcode() {
        return Opcode.AES;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(AesMode.MODE_MASK | AesMode.KEY_BLOCK_MASK);
        int mode = packet.param1() & AesMode.MODE_MASK;
        byte[] data = packet.data();
        switch (mode) {
            case AesMode.GALOIS_FIELD_MULTIPLY -> {
                form.requireModeBits(AesMode.MODE_MASK).requireLength(2 * Aes128.LENGTH);
                requireEnabled(chip);
                return ResponsePacket.data(Aes128.multiply(Arrays.copyOf(data, Aes128.LENGTH),
                        Arrays.copyOfRange(data, Aes128.LENGTH, data.length)));
            }
            case AesMode.ENCRYPT, AesMode.DECRYPT -> {
                form.requireLength(Aes128.LENGTH);
                byte[] key = key(packet, chip);
                return ResponsePacket.data(mode == AesMode.ENCRYPT ? Aes128.encrypt(key, data)
                        : Aes128.decrypt(key, data));
            }
            default -> throw form.illegalMode();
        }
    }

    private static void requireEnabled(Chip chip) throws CommandRefused {
        if (!chip.configuration().aesEnabled()) {
            throw new CommandRefused(RefusalReason.AES_DISABLED);
        }
        if (!chip.configuration().configurationLocked() || !chip.configuration().dataLocked()) {
            throw new CommandRefused(RefusalReason.AES_BEFORE_LOCK);
        }
    }

    private static byte[] key(CommandPacket packet, Chip chip) throws CommandRefused {
        int start = (packet.param1() >> AesMode.KEY_BLOCK_SHIFT) * Aes128.LENGTH;
        int end = start + Aes128.LENGTH;
        if (packet.param2() == AesMode.KEY_ID_TEMPKEY) {
            requireEnabled(chip);
            byte[] value = chip.requireTempKey().value();
            if (value.length < end) {
                throw new CommandRefused(RefusalReason.TEMPKEY_SHORT, value.length, end);
            }
            return Arrays.copyOfRange(value, start, end);
        }
        KeyUse key = KeyUse.of(chip, packet.param2());
        requireEnabled(chip);
        if (!key.keyConfig().isAes() || key.keyConfig().isPrivate()) {
            throw new CommandRefused(RefusalReason.KEY_NOT_AES, key.slot());
        }
        if (end > SlotLayout.size(key.slot())) {
            throw new CommandRefused(chip.settings().answer(OpenPoint.ADDRESS_BEYOND_ZONE),
                    RefusalReason.ADDRESS_BEYOND_ZONE, packet.param1());
        }
        key.countUse();
        return Arrays.copyOfRange(chip.image().slot(key.slot()), start, end);
    }
}
