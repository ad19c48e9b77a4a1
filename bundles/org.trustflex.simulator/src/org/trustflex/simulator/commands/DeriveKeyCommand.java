package org.trustflex.simulator.commands;

import java.security.MessageDigest;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.host.DerivedKeys;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeriveKeyMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** DeriveKey (TFLXTLS data sheet, section 5.4.4; 508A data sheet, section 9.4). */
final class DeriveKeyCommand implements Command {

    private static final int MAC_LENGTH = 32;

    @Override
    public Opcode opcode() {
        return Opcode.DERIVE_KEY;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.USED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        boolean hasMac = packet.dataLength() == MAC_LENGTH;
        new PacketForm(packet).requireModeBits(DeriveKeyMode.SOURCE_FLAG)
                .requireLength(hasMac || packet.dataLength() == 0, MAC_LENGTH);
        KeyUse target = KeyUse.of(chip, packet.param2());
        chip.requireDataLocked();
        SlotConfig policy = chip.slotConfig(target.slot());
        if (!policy.deriveKeyAllowed() || target.keyConfig().isPrivate()) {
            throw new CommandRefused(RefusalReason.DERIVE_KEY_FORBIDDEN, target.slot());
        }
        target.requireChangeable(opcode().dataSheetName());
        KeyUse parent = new KeyUse(chip, policy.writeKey());
        KeyUse source = policy.derivesFromParent() ? parent : target;
        source.requireNotPrivate(opcode().dataSheetName());
        byte[] tempKey = new TempKeySource(packet, chip).require(DeriveKeyMode.SOURCE_FLAG).first32();
        target.requireRandomNonceIfConfigured();
        source.requireRandomNonceIfConfigured();
        if (policy.deriveKeyNeedsMac()) {
            requireMac(packet, parent, target.slot());
        }
        if (policy.derivesFromParent() || policy.deriveKeyNeedsMac()) {
            parent.countUse();
        }
        byte[] derived = DerivedKeys.derive(source.symmetricKey(), packet.param1(), target.slot(),
                chip.serialNumber(), tempKey);
        chip.eeprom().replace(chip.image().withSlotBytes(target.slot(), 0, derived));
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static void requireMac(CommandPacket packet, KeyUse parent, int target) throws CommandRefused {
        Chip chip = parent.requireNotPrivate(Opcode.DERIVE_KEY.dataSheetName()).chip();
        if (packet.dataLength() == 0) {
            throw new CommandRefused(RefusalReason.DERIVE_KEY_NEEDS_MAC, target, parent.slot());
        }
        byte[] expected = DerivedKeys.mac(parent.symmetricKey(), packet.param1(), target, chip.serialNumber());
        if (!MessageDigest.isEqual(expected, packet.data())) {
            throw new CommandRefused(chip.settings().answer(OpenPoint.WRONG_INPUT_MAC),
                    RefusalReason.WRONG_INPUT_MAC);
        }
    }
}
