package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.InfoMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.Sram;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Info (TFLXTLS data sheet, section 5.1.2; 508A data sheet, section 9.9). Data is ignored. */
final class InfoCommand implements Command {

    private static final int TEMPKEY_VALID = 0x80;
    private static final int AUTHORIZED = 0x04;
    private static final int LATCH_SET = 0x02;
    private static final int LATCH_VALUE = 0x01;
    private static final int VOLATILE_KEY_PERMISSION = 69;
    private static final int SECURE_BOOT = 70;

    @Override
    public Opcode opcode() {
        return Opcode.INFO;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        return switch (packet.param1()) {
            case InfoMode.REVISION -> ResponsePacket.data(chip.configuration().revision().bytes());
            case InfoMode.KEY_VALID -> bit(keyValid(KeyUse.of(chip, packet.param2())));
            case InfoMode.STATE -> state(chip.sram());
            case InfoMode.GPIO -> throw new CommandRefused(RefusalReason.NO_GPIO);
            case InfoMode.VOLATILE_KEY_PERMIT -> bit(latch(packet, chip));
            default -> throw new PacketForm(packet).illegalMode();
        };
    }

    /** One-bit answers stand in the first byte on the bus. */
    private static ResponsePacket bit(boolean value) {
        return ResponsePacket.data((byte) (value ? 1 : 0), (byte) 0, (byte) 0, (byte) 0);
    }

    private static boolean keyValid(KeyUse key) {
        KeyConfig config = key.keyConfig();
        if (config.isPrivate()) {
            return config.isP256() && P256.isPrivateKey(key.chip().image().privateKey(key.slot()));
        }
        return config.needsValidation() && key.chip().image().publicKeyValid(key.slot());
    }

    private static ResponsePacket state(Sram sram) {
        int flags = sram.tempKey().map(TempKey::flags).map(TempKeyFlags::encode).orElse(0);
        int valid = sram.tempKey().isPresent() ? TEMPKEY_VALID : 0;
        int authorized = sram.authorizedKey().isPresent() ? sram.authorizedKey().getAsInt() << 3 | AUTHORIZED : 0;
        return ResponsePacket.data((byte) flags, (byte) (valid | authorized), (byte) 0, (byte) 0);
    }

    private static boolean latch(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireParam2((packet.param2() & ~(LATCH_SET | LATCH_VALUE)) == 0);
        if ((packet.param2() & LATCH_SET) != 0) {
            requireLatchEnabled(chip.configuration().bytes());
            chip.setPersistentLatch((packet.param2() & LATCH_VALUE) != 0);
        }
        return chip.persistentLatch();
    }

    private static void requireLatchEnabled(byte[] configuration) throws CommandRefused {
        boolean forKey = (configuration[VOLATILE_KEY_PERMISSION] & 0x80) != 0;
        boolean forSecureBoot = (configuration[SECURE_BOOT] & 0x08) != 0;
        if (!forKey && !forSecureBoot) {
            throw new CommandRefused(RefusalReason.LATCH_NOT_ENABLED);
        }
    }
}
