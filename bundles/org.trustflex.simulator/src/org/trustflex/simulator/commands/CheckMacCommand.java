package org.trustflex.simulator.commands;

import java.security.MessageDigest;
import java.util.Arrays;

import org.trustflex.atecc.host.Macs;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.MacMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** CheckMac (TFLXTLS data sheet, section 5.4.1; 508A data sheet, section 9.2). */
final class CheckMacCommand implements Command {

    private static final int ALLOWED_BITS = MacMode.BLOCK1_TEMPKEY | MacMode.BLOCK2_TEMPKEY | MacMode.SOURCE_FLAG
            | MacMode.OTP_64_BITS;
    private static final int RESPONSE = 32;
    private static final int OTHER_DATA = 64;
    private static final int LENGTH = OTHER_DATA + Macs.OTHER_DATA_LENGTH;

    @Override
    public Opcode opcode() {
        return Opcode.CHECK_MAC;
    }

    /** TempKey may end up with a copied slot, so {@link #execute} clears it itself where it was only used. */
    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return MacOperands.useTempKey(packet) ? TempKeyRule.MADE : TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireModeBits(ALLOWED_BITS).requireLength(LENGTH);
        KeyUse key = KeyUse.of(chip, packet.param2());
        chip.requireConfigurationLocked();
        byte[] data = packet.data();
        MacOperands operands = MacOperands.of(packet, key, Arrays.copyOf(data, RESPONSE));
        byte[] expected = Macs.checkMac(operands.block1(), operands.block2(), packet.param1(),
                Arrays.copyOfRange(data, OTHER_DATA, LENGTH), chip.image().otp(), chip.serialNumber());
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(data, RESPONSE, OTHER_DATA))) {
            throw new CommandRefused(RefusalReason.MAC_MISMATCH);
        }
        if (MacOperands.keyFromSlot(packet)) {
            chip.sram().authorize(key.slot());
        }
        if (MacOperands.useTempKey(packet)) {
            chip.sram().clearTempKey();
            copyIfAllowed(packet, key);
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    /** With modes 01 and 05, the slot that belongs to the key goes into TempKey if its ReadKey is zero. */
    private static void copyIfAllowed(CommandPacket packet, KeyUse key) {
        Chip chip = key.chip();
        boolean copying = (packet.param1() & ~MacMode.SOURCE_FLAG) == MacMode.BLOCK2_TEMPKEY;
        int target = key.slot() | 1;
        if (copying && chip.slotConfig(target).readKey() == 0 && !chip.keyConfig(target).isPrivate()) {
            chip.sram().loadTempKey(TempKey.passThrough(chip.image().block(target, 0)));
        }
    }
}
