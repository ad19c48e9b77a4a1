package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.KdfDetails;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;
import org.trustflex.simulator.symmetric.Aes128;
import org.trustflex.simulator.symmetric.HmacSha256;

/** KDF (TFLXTLS data sheet, section 5.3.4, and the vendor's host library). It never clears TempKey. */
final class KdfCommand implements Command {

    private static final int SHORT_RESULT = 32;
    private static final int LONG_RESULT = 64;
    private static final int KEY_UNIT = 16;
    private static final int HMAC_KEY = 32;

    @Override
    public Opcode opcode() {
        return Opcode.KDF;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet)
                .requireModeBits(KdfMode.SOURCE_MASK | KdfMode.TARGET_MASK | KdfMode.ALGORITHM_MASK)
                .requireLength(packet.dataLength() >= KdfDetails.LENGTH, KdfDetails.LENGTH);
        KdfInput input = new KdfInput(packet, chip);
        KdfTarget target = new KdfTarget(packet, chip);
        target.requireLegal(form);
        return switch (packet.param1() & KdfMode.ALGORITHM_MASK) {
            case KdfMode.PRF -> prf(form, input, target);
            case KdfMode.AES -> aes(form, input, target);
            case KdfMode.HKDF -> hkdf(form, input, target);
            default -> throw form.illegalMode();
        };
    }

    private static ResponsePacket prf(PacketForm form, KdfInput input, KdfTarget target) throws CommandRefused {
        int details = input.details();
        if ((details & KdfDetails.PRF_AEAD_MASK) != 0) {
            throw new CommandRefused(RefusalReason.KDF_AEAD);
        }
        form.requireLength(KdfDetails.LENGTH + input.messageLength());
        int keyLength = KEY_UNIT * ((details & KdfDetails.PRF_KEY_LENGTH_MASK) + 1);
        int length = (details & KdfDetails.PRF_TARGET_64_BYTES) == 0 ? SHORT_RESULT : LONG_RESULT;
        input.chip().requireDataLocked();
        target.requireFits(length);
        return target.deliver(HmacSha256.prf(input.useKey(0, keyLength), input.message(), length));
    }

    private static ResponsePacket aes(PacketForm form, KdfInput input, KdfTarget target) throws CommandRefused {
        form.requireLength(KdfDetails.LENGTH + Aes128.LENGTH);
        Chip chip = input.chip();
        chip.requireDataLocked();
        if (!chip.configuration().kdfAesEnabled() || !chip.configuration().aesEnabled()) {
            throw new CommandRefused(RefusalReason.KDF_AES_DISABLED);
        }
        target.requireFits(SHORT_RESULT);
        int start = Aes128.LENGTH * (input.details() & KdfDetails.PRF_KEY_LENGTH_MASK);
        byte[] key = input.useKey(start, Aes128.LENGTH);
        return target.deliver(Arrays.copyOf(Aes128.encrypt(key, input.message()), SHORT_RESULT));
    }

    private static ResponsePacket hkdf(PacketForm form, KdfInput input, KdfTarget target) throws CommandRefused {
        boolean given = (input.details() & KdfDetails.HKDF_MESSAGE_IN_INPUT) != 0;
        int expected = KdfDetails.LENGTH + input.messageLength();
        form.requireLength(!given || form.packet().dataLength() == expected, expected);
        input.chip().requireDataLocked();
        target.requireFits(SHORT_RESULT);
        byte[] message = input.hkdfMessage();
        boolean zeroKey = (input.details() & KdfDetails.HKDF_ZERO_KEY) != 0;
        byte[] key = zeroKey ? new byte[HMAC_KEY] : input.useKey(0, HMAC_KEY);
        return target.deliver(HmacSha256.of(key, message));
    }
}
