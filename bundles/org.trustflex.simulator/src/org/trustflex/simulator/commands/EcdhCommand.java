package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.EcdhMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** ECDH (TFLXTLS data sheet, section 5.2.1; 508A data sheet, section 9.5). */
final class EcdhCommand implements Command {

    private static final int ALLOWED_BITS = EcdhMode.SOURCE_TEMPKEY | EcdhMode.ENCRYPTED | EcdhMode.TARGET_MASK;

    @Override
    public Opcode opcode() {
        return Opcode.ECDH;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        if (target(packet) == EcdhMode.TARGET_TEMPKEY) {
            return TempKeyRule.MADE;
        }
        return fromTempKey(packet) ? TempKeyRule.USED : TempKeyRule.UNTOUCHED;
    }

    private static int target(CommandPacket packet) {
        return packet.param1() & EcdhMode.TARGET_MASK;
    }

    private static boolean fromTempKey(CommandPacket packet) {
        return (packet.param1() & EcdhMode.SOURCE_TEMPKEY) != 0;
    }

    private static boolean encrypted(CommandPacket packet) {
        return (packet.param1() & EcdhMode.ENCRYPTED) != 0;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(ALLOWED_BITS).requireLength(EccPublicKey.LENGTH);
        boolean compatible = target(packet) == EcdhMode.TARGET_COMPATIBLE;
        boolean out = target(packet) == EcdhMode.TARGET_OUTPUT;
        if (encrypted(packet) && !out || compatible && fromTempKey(packet)) {
            throw form.illegalMode();
        }
        return fromTempKey(packet) ? withTempKey(packet, chip) : withSlot(packet, KeyUse.of(chip, packet.param2()));
    }

    private static ResponsePacket withTempKey(CommandPacket packet, Chip chip) throws CommandRefused {
        boolean toSlot = target(packet) == EcdhMode.TARGET_SLOT;
        int resultSlot = toSlot ? KeyUse.of(chip, packet.param2()).slot() : 0;
        chip.requireDataLocked();
        TempKey key = chip.sram().tempKey().filter(TempKey::privateKey)
                .orElseThrow(() -> new CommandRefused(RefusalReason.TEMPKEY_HOLDS_NO_PRIVATE_KEY));
        Destination destination = new Destination(packet, chip, target(packet), resultSlot);
        destination.requireAllowed();
        return destination.deliver(secret(key.value(), packet));
    }

    private static ResponsePacket withSlot(CommandPacket packet, KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        chip.requireDataLocked();
        key.requirePrivate();
        SlotConfig policy = chip.slotConfig(key.slot());
        if (!policy.ecdhAllowed()) {
            throw new CommandRefused(RefusalReason.ECDH_FORBIDDEN, key.slot());
        }
        byte[] privateKey = key.requirePrivateKey();
        int target = target(packet);
        if (target == EcdhMode.TARGET_COMPATIBLE) {
            target = policy.ecdhToSlot() ? EcdhMode.TARGET_SLOT : EcdhMode.TARGET_OUTPUT;
        } else if (target == EcdhMode.TARGET_OUTPUT && policy.ecdhToSlot()) {
            throw new CommandRefused(RefusalReason.ECDH_STAYS_INSIDE, key.slot());
        }
        boolean odd = (key.slot() & 1) != 0;
        if (target == EcdhMode.TARGET_SLOT && odd) {
            throw new CommandRefused(RefusalReason.ECDH_RESULT_SLOT, key.slot());
        }
        Destination destination = new Destination(packet, chip, target, key.slot() | 1);
        destination.requireAllowed();
        byte[] secret = secret(privateKey, packet);
        key.countUse();
        return destination.deliver(secret);
    }

    private static byte[] secret(byte[] privateKey, CommandPacket packet) throws CommandRefused {
        return P256.sharedSecret(privateKey, EccPublicKey.of(packet.data()))
                .orElseThrow(() -> new CommandRefused(RefusalReason.PUBLIC_KEY_NOT_ON_CURVE));
    }

    /** Where the secret goes. */
    private record Destination(CommandPacket packet, Chip chip, int target, int slot) {

        private ResultOutput output() {
            return new ResultOutput(chip, Opcode.ECDH, chip.configuration().ecdhProtection(), encrypted(packet));
        }

        void requireAllowed() throws CommandRefused {
            if (target == EcdhMode.TARGET_SLOT) {
                new KeyUse(chip, slot).requireChangeable(Opcode.ECDH.dataSheetName());
            } else if (target == EcdhMode.TARGET_OUTPUT) {
                output().requireAllowed();
            }
        }

        ResponsePacket deliver(byte[] secret) throws CommandRefused {
            if (target == EcdhMode.TARGET_OUTPUT) {
                return output().answer(secret);
            }
            if (target == EcdhMode.TARGET_SLOT) {
                chip.eeprom().replace(chip.image().withSlotBytes(slot, 0, secret));
            } else {
                chip.sram().loadTempKey(TempKey.passThrough(secret));
            }
            return ResponsePacket.status(StatusCode.SUCCESS);
        }
    }
}
