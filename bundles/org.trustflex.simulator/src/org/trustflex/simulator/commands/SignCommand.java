package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.SignMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Sign (TFLXTLS data sheet, section 5.2.4; 508A data sheet, section 9.18). */
final class SignCommand implements Command {

    private static final int INTERNAL_BITS = SignMode.INCLUDE_SERIAL_NUMBER | SignMode.INVALIDATE;
    private static final int EXTERNAL_BITS = SignMode.EXTERNAL | SignMode.SOURCE_MESSAGE_DIGEST_BUFFER | INTERNAL_BITS;

    @Override
    public Opcode opcode() {
        return Opcode.SIGN;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return usesBuffer(packet) ? TempKeyRule.UNTOUCHED : TempKeyRule.USED;
    }

    private static boolean usesBuffer(CommandPacket packet) {
        return (packet.param1() & SignMode.SOURCE_MESSAGE_DIGEST_BUFFER) != 0;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        boolean external = (packet.param1() & SignMode.EXTERNAL) != 0;
        new PacketForm(packet).requireModeBits(external ? EXTERNAL_BITS : INTERNAL_BITS).requireLength(0);
        KeyUse key = KeyUse.of(chip, packet.param2());
        chip.requireConfigurationLocked();
        key.requirePrivate();
        requireAllowed(external, key);
        byte[] digest = external ? externalDigest(packet, chip) : internalDigest(packet, chip);
        byte[] privateKey = key.requirePrivateKey();
        chip.requireLuck();
        key.countUse();
        return ResponsePacket.data(P256.sign(privateKey, digest, chip.entropy()).bytes());
    }

    private static void requireAllowed(boolean external, KeyUse key) throws CommandRefused {
        SlotConfig policy = key.chip().slotConfig(key.slot());
        if (external && !policy.externalSignAllowed()) {
            throw new CommandRefused(RefusalReason.SIGN_EXTERNAL_FORBIDDEN, key.slot());
        }
        if (!external && !policy.internalSignAllowed()) {
            throw new CommandRefused(RefusalReason.SIGN_INTERNAL_FORBIDDEN, key.slot());
        }
    }

    private static byte[] externalDigest(CommandPacket packet, Chip chip) throws CommandRefused {
        return usesBuffer(packet) ? chip.requireMessageDigest() : chip.requireTempKey().first32();
    }

    private static byte[] internalDigest(CommandPacket packet, Chip chip) throws CommandRefused {
        chip.requireDataLocked();
        TempKey tempKey = chip.requireTempKey();
        TempKeyFlags flags = tempKey.flags();
        if (!flags.genDig() && !flags.genKey()) {
            throw new CommandRefused(RefusalReason.TEMPKEY_NOT_A_DIGEST);
        }
        boolean keyValid = chip.keyConfig(flags.keyId()).needsValidation()
                && chip.image().publicKeyValid(flags.keyId());
        return InternalMessage.of(tempKey.first32(), packet.param1(), packet.param2(), flags, keyValid,
                chip.configuration()).digest();
    }
}
