package org.trustflex.simulator.commands;

import java.util.Optional;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.ShaMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.CertificateDigest;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.ShaContext;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * SHA (TFLXTLS data sheet, section 5.1.8; 508A data sheet, section 9.17). On the 608 the computation survives refusals
 * and other commands, and HMAC ends with the same mode as SHA-256.
 */
final class ShaCommand implements Command {

    private static final int BLOCK = 64;
    /** Where GenKey has a slot number or this, SHA(HMAC start) has too: the key is in TempKey. */
    private static final int TEMPKEY = GenKeyMode.KEY_ID_TEMPKEY;

    @Override
    public Opcode opcode() {
        return Opcode.SHA;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        boolean keyInTempKey = packet.param1() == ShaMode.HMAC_START && packet.param2() == TEMPKEY;
        return keyInTempKey ? TempKeyRule.USED : TempKeyRule.UNTOUCHED;
    }

    @Override
    public boolean keepsMessageDigestBuffer() {
        return true;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(ShaMode.MODE_MASK | ShaMode.TARGET_MASK);
        int mode = packet.param1() & ShaMode.MODE_MASK;
        if (mode == ShaMode.END) {
            return end(form, chip);
        }
        form.requireModeBits(ShaMode.MODE_MASK);
        switch (mode) {
            case ShaMode.START -> {
                form.requireParam2(0).requireLength(0);
                chip.sram().startSha(ShaContext.sha256());
            }
            case ShaMode.UPDATE -> {
                form.requireParam2(packet.param2() > 0 && packet.param2() <= BLOCK).requireLength(packet.param2());
                started(chip).update(packet.data());
            }
            case ShaMode.PUBLIC -> publicKey(form.requireLength(0), chip);
            case ShaMode.HMAC_START -> chip.sram().startSha(ShaContext.hmac(hmacKey(form.requireLength(0), chip)));
            case ShaMode.READ_CONTEXT -> {
                form.requireParam2(0).requireLength(0);
                return ResponsePacket.data(started(chip).context()
                        .orElseThrow(() -> new CommandRefused(RefusalReason.SHA_CONTEXT_OF_HMAC)));
            }
            case ShaMode.WRITE_CONTEXT -> {
                form.requireLength(packet.param2());
                chip.sram().startSha(context(packet, chip));
            }
            default -> throw form.illegalMode();
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static ShaContext started(Chip chip) throws CommandRefused {
        return chip.sram().shaContext().orElseThrow(
                () -> new CommandRefused(chip.settings().answer(OpenPoint.SHA_OUT_OF_SEQUENCE),
                        RefusalReason.SHA_NOT_STARTED));
    }

    private static ShaContext context(CommandPacket packet, Chip chip) throws CommandRefused {
        return ShaContext.read(packet.data())
                .orElseThrow(() -> new CommandRefused(chip.settings().answer(OpenPoint.SHA_CONTEXT_MALFORMED),
                        RefusalReason.SHA_CONTEXT_MALFORMED, packet.dataLength()));
    }

    private static void publicKey(PacketForm form, Chip chip) throws CommandRefused {
        KeyUse key = KeyUse.of(chip, form.packet().param2());
        chip.requireConfigurationLocked();
        key.requirePublic();
        started(chip).updateWithPublicKey(key.slot(), chip.image().publicKey(key.slot()).bytes());
    }

    private static byte[] hmacKey(PacketForm form, Chip chip) throws CommandRefused {
        if (form.packet().param2() == TEMPKEY) {
            return chip.requireTempKey().first32();
        }
        KeyUse key = KeyUse.of(chip, form.packet().param2());
        chip.requireConfigurationLocked();
        key.requireNotPrivate(form.name());
        if (chip.slotConfig(key.slot()).noMac()) {
            throw new CommandRefused(RefusalReason.KEY_NO_MAC, key.slot());
        }
        key.requireRandomNonceIfConfigured().countUse();
        return key.symmetricKey();
    }

    private static ResponsePacket end(PacketForm form, Chip chip) throws CommandRefused {
        CommandPacket packet = form.packet();
        int target = packet.param1() & ShaMode.TARGET_MASK;
        if (target == (ShaMode.TARGET_MASK & ~ShaMode.TARGET_MESSAGE_DIGEST_BUFFER)) {
            throw form.illegalMode();
        }
        form.requireParam2(packet.param2() < BLOCK).requireLength(packet.param2());
        ShaContext context = started(chip);
        Optional<CertificateDigest> certificate = context.certificate();
        context.update(packet.data());
        byte[] digest = context.finish();
        chip.sram().endSha();
        if (target == ShaMode.TARGET_TEMPKEY) {
            chip.sram().loadTempKey(TempKey.digest(digest, certificate));
        } else if (target == ShaMode.TARGET_MESSAGE_DIGEST_BUFFER) {
            chip.sram().loadMessageDigestBuffer(digest);
        }
        return ResponsePacket.data(digest);
    }
}
