package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Where the result of KDF goes. */
record KdfTarget(CommandPacket packet, Chip chip) {

    private static final int HALF = 32;

    private int target() {
        return packet.param1() & KdfMode.TARGET_MASK;
    }

    private int slot() {
        return packet.param2() >> 8;
    }

    /** What can be told from the packet alone. */
    void requireLegal(PacketForm form) throws CommandRefused {
        if (target() > KdfMode.TARGET_OUTPUT_ENCRYPTED) {
            throw form.illegalMode();
        }
        if (target() == KdfMode.TARGET_SLOT) {
            KeyUse.of(chip, slot());
        }
        if ((packet.param1() & KdfMode.SOURCE_MASK) == KdfMode.SOURCE_SLOT) {
            KeyUse.of(chip, packet.param2() & 0xFF);
        }
    }

    /** The target must be there, take it and have room. */
    void requireFits(int length) throws CommandRefused {
        switch (target()) {
            case KdfMode.TARGET_TEMPKEY -> {
                // TempKey has 64 bytes.
            }
            case KdfMode.TARGET_TEMPKEY_UPPER -> {
                chip.requireTempKey();
                requireRoom(length, HALF);
            }
            case KdfMode.TARGET_SLOT -> {
                requireSlot();
                requireRoom(length, SlotLayout.size(slot()));
            }
            case KdfMode.TARGET_ALTERNATE_KEY_BUFFER -> requireRoom(length, HALF);
            default -> output().requireAllowed();
        }
    }

    private static void requireRoom(int length, int room) throws CommandRefused {
        if (length > room) {
            throw new CommandRefused(RefusalReason.KDF_TARGET_SHORT, length);
        }
    }

    private void requireSlot() throws CommandRefused {
        KeyConfig key = new KeyUse(chip, slot()).requireChangeable(Opcode.KDF.dataSheetName()).keyConfig();
        boolean symmetric = key.isAes() || key.isSecretOrData();
        boolean writable = chip.slotConfig(slot()).writePolicy() == WritePolicy.ALWAYS;
        if (!symmetric || !key.pubInfo() || !writable) {
            throw new CommandRefused(RefusalReason.KDF_TARGET_SLOT, slot());
        }
    }

    private ResultOutput output() {
        return new ResultOutput(chip, Opcode.KDF, chip.configuration().kdfProtection(),
                target() == KdfMode.TARGET_OUTPUT_ENCRYPTED);
    }

    /** Puts the result there, or answers with it. */
    ResponsePacket deliver(byte[] result) throws CommandRefused {
        switch (target()) {
            case KdfMode.TARGET_TEMPKEY -> chip.sram().loadTempKey(inTempKey(result));
            case KdfMode.TARGET_TEMPKEY_UPPER -> chip.sram().loadTempKey(chip.requireTempKey().withUpper(result));
            case KdfMode.TARGET_SLOT -> chip.eeprom().replace(chip.image().withSlotBytes(slot(), 0, result));
            case KdfMode.TARGET_ALTERNATE_KEY_BUFFER -> chip.sram().loadAlternateKeyBuffer(result);
            default -> {
                return output().answer(result);
            }
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private TempKey inTempKey(byte[] result) {
        TempKey fresh = TempKey.passThrough(result);
        boolean half = result.length == HALF;
        return chip.sram().tempKey().filter((TempKey old) -> half && !old.privateKey())
                .map((TempKey old) -> new TempKey(old.withLower(result).value(), fresh.flags(), false)).orElse(fresh);
    }
}
