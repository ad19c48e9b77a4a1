package org.trustflex.simulator.commands;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.MacMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * The two blocks that MAC and CheckMac begin with.
 *
 * @param block1 32 bytes: key or TempKey
 * @param block2 32 bytes: challenge or TempKey
 */
record MacOperands(byte[] block1, byte[] block2) {

    static boolean useTempKey(CommandPacket packet) {
        return (packet.param1() & (MacMode.BLOCK1_TEMPKEY | MacMode.BLOCK2_TEMPKEY)) != 0;
    }

    static boolean keyFromSlot(CommandPacket packet) {
        return (packet.param1() & MacMode.BLOCK1_TEMPKEY) == 0;
    }

    /**
     * Collects the blocks by the mode, which must fit TempKey's source.
     *
     * @param challenge 32 bytes, used if the mode does not take TempKey in their place
     */
    static MacOperands of(CommandPacket packet, KeyUse key, byte[] challenge) throws CommandRefused {
        boolean slotFirst = keyFromSlot(packet);
        if (slotFirst) {
            key.requireNotPrivate(new PacketForm(packet).name());
        }
        byte[] tempKey = useTempKey(packet) ? tempKey(packet, key.chip()) : new byte[0];
        boolean challengeLast = (packet.param1() & MacMode.BLOCK2_TEMPKEY) == 0;
        if (slotFirst) {
            requireRandom(key, challengeLast);
            key.countUse();
        }
        return new MacOperands(slotFirst ? key.symmetricKey() : tempKey, challengeLast ? challenge : tempKey);
    }

    private static byte[] tempKey(CommandPacket packet, Chip chip) throws CommandRefused {
        return new TempKeySource(packet, chip).require(MacMode.SOURCE_FLAG).first32();
    }

    private static void requireRandom(KeyUse key, boolean challengeFromOutside) throws CommandRefused {
        key.requireRandomNonceIfConfigured();
        if (key.keyConfig().reqRandom() && challengeFromOutside) {
            throw new CommandRefused(RefusalReason.RANDOM_NONCE_NEEDED, key.slot());
        }
    }
}
