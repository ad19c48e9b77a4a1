package org.trustflex.simulator.commands;

import java.security.MessageDigest;
import java.util.Arrays;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.host.EncryptedPrivateKey;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PrivWriteMode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** PrivWrite (508A data sheet, section 9.14). */
final class PrivWriteCommand implements Command {

    private static final int PADDED = EncryptedPrivateKey.PADDED_LENGTH;
    private static final int MAC_LENGTH = 32;
    private static final int PAD = 4;

    @Override
    public Opcode opcode() {
        return Opcode.PRIV_WRITE;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return encrypted(packet) ? TempKeyRule.USED : TempKeyRule.UNTOUCHED;
    }

    private static boolean encrypted(CommandPacket packet) {
        return (packet.param1() & PrivWriteMode.ENCRYPTED) != 0;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireModeBits(PrivWriteMode.ENCRYPTED)
                .requireLength(encrypted(packet) ? PADDED + MAC_LENGTH : PADDED);
        KeyUse key = KeyUse.of(chip, packet.param2());
        chip.requireConfigurationLocked();
        key.requirePrivate();
        if (chip.configuration().slotLocked(key.slot())) {
            throw new CommandRefused(RefusalReason.SLOT_LOCKED, key.slot());
        }
        if (chip.configuration().dataLocked()) {
            requirePolicy(packet, key);
        }
        byte[] padded = encrypted(packet) ? decrypted(packet, key) : packet.data();
        byte[] privateKey = Arrays.copyOfRange(padded, PAD, PADDED);
        if (!P256.isPrivateKey(privateKey)) {
            throw new CommandRefused(RefusalReason.PRIVATE_KEY_ILLEGAL);
        }
        chip.eeprom().replace(chip.image().withPrivateKey(key.slot(), privateKey));
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static void requirePolicy(CommandPacket packet, KeyUse key) throws CommandRefused {
        if (!key.chip().slotConfig(key.slot()).privWriteAllowed()) {
            throw new CommandRefused(RefusalReason.PRIV_WRITE_FORBIDDEN, key.slot());
        }
        if (!encrypted(packet)) {
            throw new CommandRefused(RefusalReason.PRIV_WRITE_NEEDS_ENCRYPTION, key.slot());
        }
    }

    private static byte[] decrypted(CommandPacket packet, KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        TempKey session = chip.requireTempKey();
        SlotConfig policy = chip.slotConfig(key.slot());
        TempKeyFlags flags = session.flags();
        boolean anyKey = !chip.configuration().dataLocked();
        if (!anyKey && !(flags.genDig() && flags.keyId() == policy.writeKey())) {
            throw new CommandRefused(RefusalReason.WRITE_KEY_NOT_LOADED, key.slot(), policy.writeKey());
        }
        byte[] data = packet.data();
        byte[] padded = EncryptedPrivateKey.apply(session.first32(), Arrays.copyOf(data, PADDED));
        byte[] expected = EncryptedPrivateKey.mac(session.first32(), key.slot(), chip.serialNumber(), padded);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(data, PADDED, data.length))) {
            throw new CommandRefused(chip.settings().answer(OpenPoint.WRONG_INPUT_MAC),
                    RefusalReason.WRONG_INPUT_MAC);
        }
        return padded;
    }
}
