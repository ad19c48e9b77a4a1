package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** A Write to a data slot (508A data sheet, sections 2.4.3 and 9.21). */
record SlotWrite(Chip chip, ZoneRange range, InputData input) {

    void execute() throws CommandRefused {
        chip.requireConfigurationLocked();
        int slot = range.slot();
        if (chip.keyConfig(slot).isPrivate()) {
            throw new CommandRefused(RefusalReason.WRITE_PRIVATE_KEY, slot);
        }
        if (chip.configuration().slotLocked(slot)) {
            throw new CommandRefused(RefusalReason.SLOT_LOCKED, slot);
        }
        if (chip.configuration().dataLocked()) {
            requirePolicy();
        } else if (!range.block()) {
            throw new CommandRefused(RefusalReason.WRITE_WORD_BEFORE_LOCK);
        }
        store(Arrays.copyOf(input.plain(), range.length()));
    }

    private void requirePolicy() throws CommandRefused {
        int slot = range.slot();
        SlotConfig policy = chip.slotConfig(slot);
        WritePolicy write = policy.writePolicy();
        if (write == WritePolicy.NEVER) {
            throw new CommandRefused(RefusalReason.WRITE_NEVER, slot);
        }
        if (write == WritePolicy.PUB_INVALID && holdsValidKey()) {
            throw new CommandRefused(RefusalReason.WRITE_KEY_IS_VALID, slot);
        }
        if (!range.block() && policy.isSecret()) {
            throw new CommandRefused(RefusalReason.WRITE_WORD_OF_SECRET, slot);
        }
        if (write == WritePolicy.ENCRYPTED && !input.hasMac()) {
            throw new CommandRefused(RefusalReason.WRITE_NEEDS_ENCRYPTION, slot, policy.writeKey());
        }
    }

    private boolean holdsValidKey() {
        return chip.keyConfig(range.slot()).needsValidation() && chip.image().publicKeyValid(range.slot());
    }

    private void store(byte[] bytes) {
        EepromImage written = chip.image().withSlotBytes(range.slot(), range.offset(), bytes);
        // Whatever block is written, a key that needs validation is invalid from now on.
        boolean invalidated = chip.keyConfig(range.slot()).needsValidation();
        chip.eeprom().replace(invalidated ? written.withValidity(range.slot(), false) : written);
    }
}
