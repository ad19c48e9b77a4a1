package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Verify (TFLXTLS data sheet, section 5.2.5; 508A data sheet, section 9.20). */
final class VerifyCommand implements Command {

    private static final int ANSWER_BITS = VerifyMode.SOURCE_MESSAGE_DIGEST_BUFFER | VerifyMode.MAC;

    @Override
    public Opcode opcode() {
        return Opcode.VERIFY;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return VerifyMessage.usesBuffer(packet) ? TempKeyRule.UNTOUCHED : TempKeyRule.USED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(VerifyMode.MODE_MASK | ANSWER_BITS);
        return switch (packet.param1() & VerifyMode.MODE_MASK) {
            case VerifyMode.STORED -> stored(form, chip);
            case VerifyMode.EXTERNAL -> external(form, chip);
            case VerifyMode.VALIDATE, VerifyMode.INVALIDATE -> {
                form.requireModeBits(VerifyMode.MODE_MASK)
                        .requireLength(EcdsaSignature.LENGTH + InternalMessage.OTHER_DATA_LENGTH);
                new ValidityChange(packet, KeyUse.of(chip, packet.param2())).execute();
                yield ResponsePacket.status(StatusCode.SUCCESS);
            }
            case VerifyMode.VALIDATE_EXTERNAL -> {
                form.requireModeBits(VerifyMode.MODE_MASK).requireLength(EcdsaSignature.LENGTH);
                new CertificateValidation(packet, KeyUse.of(chip, packet.param2())).execute();
                yield ResponsePacket.status(StatusCode.SUCCESS);
            }
            default -> throw form.illegalMode();
        };
    }

    private static ResponsePacket stored(PacketForm form, Chip chip) throws CommandRefused {
        CommandPacket packet = form.requireLength(EcdsaSignature.LENGTH).packet();
        KeyUse key = KeyUse.of(chip, packet.param2());
        chip.requireConfigurationLocked();
        key.requirePublic();
        if (key.keyConfig().needsValidation() && !chip.image().publicKeyValid(key.slot())) {
            throw new CommandRefused(RefusalReason.PUBLIC_KEY_NOT_VALID, key.slot());
        }
        VerifyMessage message = new VerifyMessage(packet, chip);
        if (key.keyConfig().reqRandom() && VerifyMessage.usesBuffer(packet)) {
            throw new CommandRefused(RefusalReason.RANDOM_NONCE_NEEDED, key.slot());
        }
        key.requireRandomNonceIfConfigured();
        byte[] digest = message.digest();
        message.requireAnswerAllowed();
        key.countUse();
        requireFits(chip.image().publicKey(key.slot()), digest, packet, chip);
        chip.sram().authorize(key.slot());
        return message.answer(digest);
    }

    private static ResponsePacket external(PacketForm form, Chip chip) throws CommandRefused {
        CommandPacket packet = form.requireParam2(VerifyMode.KEY_TYPE_P256)
                .requireLength(EcdsaSignature.LENGTH + EccPublicKey.LENGTH).packet();
        byte[] data = packet.data();
        VerifyMessage message = new VerifyMessage(packet, chip);
        byte[] digest = message.digest();
        message.requireAnswerAllowed();
        requireFits(EccPublicKey.of(Arrays.copyOfRange(data, EcdsaSignature.LENGTH, data.length)), digest, packet,
                chip);
        return message.answer(digest);
    }

    /** The signature at the beginning of the packet's data must fit. */
    static void requireFits(EccPublicKey key, byte[] digest, CommandPacket packet, Chip chip) throws CommandRefused {
        requireFits(key, digest, EcdsaSignature.of(Arrays.copyOf(packet.data(), EcdsaSignature.LENGTH)), chip);
    }

    /** The signature must fit. */
    static void requireFits(EccPublicKey key, byte[] digest, EcdsaSignature signature, Chip chip)
            throws CommandRefused {
        boolean fits = P256.verify(key, digest, signature).orElseThrow(() -> new CommandRefused(
                chip.settings().answer(OpenPoint.PUBLIC_KEY_NOT_ON_CURVE), RefusalReason.PUBLIC_KEY_NOT_ON_CURVE));
        if (!fits) {
            throw new CommandRefused(RefusalReason.SIGNATURE_MISMATCH);
        }
    }
}
