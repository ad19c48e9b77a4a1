package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * Verify(validate) and Verify(invalidate): the signature of a validation authority changes the validity of a public
 * key, whatever is locked. What OtherData says about configuration and flags is signed but not compared with the
 * element's own, except for the validity bit.
 */
record ValidityChange(CommandPacket packet, KeyUse key) {

    private static final int VALIDITY = 17;

    void execute() throws CommandRefused {
        Chip chip = key.chip();
        chip.requireConfigurationLocked();
        requireValidatable();
        int authority = requireAuthority(key);
        byte[] data = packet.data();
        byte[] otherData = Arrays.copyOfRange(data, EcdsaSignature.LENGTH, data.length);
        requireValidityBit(otherData);
        TempKey tempKey = requireKeyDigest();
        byte[] digest = InternalMessage.rebuild(tempKey.first32(), otherData, chip.serialNumber()).digest();
        VerifyCommand.requireFits(chip.image().publicKey(authority), digest, packet, chip);
        chip.eeprom().replace(chip.image().withValidity(key.slot(), !invalidates()));
    }

    private boolean invalidates() {
        return (packet.param1() & VerifyMode.MODE_MASK) == VerifyMode.INVALIDATE;
    }

    private void requireValidatable() throws CommandRefused {
        int slot = key.slot();
        if (slot < SlotLayout.SLOT_COUNT / 2) {
            throw new CommandRefused(RefusalReason.VALIDATION_SLOT, slot);
        }
        if (!key.keyConfig().needsValidation()) {
            throw new CommandRefused(RefusalReason.VALIDATION_NOT_CONFIGURED, slot);
        }
        if (key.chip().configuration().x509Format(slot) != 0) {
            throw new CommandRefused(RefusalReason.VALIDATION_X509_ONLY, slot);
        }
    }

    /** The slot of the key that validates this one, which must be usable. */
    static int requireAuthority(KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        int slot = chip.slotConfig(key.slot()).validatingKey();
        KeyUse authority = new KeyUse(chip, slot);
        boolean validated = !authority.keyConfig().needsValidation() || chip.image().publicKeyValid(slot);
        if (!authority.isPublic() || !validated) {
            throw new CommandRefused(RefusalReason.VALIDATION_AUTHORITY, key.slot(), slot);
        }
        return slot;
    }

    private void requireValidityBit(byte[] otherData) throws CommandRefused {
        int said = otherData[VALIDITY] & 1;
        if (said != (invalidates() ? 1 : 0)) {
            throw new CommandRefused(key.chip().settings().answer(OpenPoint.OTHER_DATA_MISMATCH),
                    RefusalReason.OTHER_DATA_MISMATCH,
                    said);
        }
    }

    private TempKey requireKeyDigest() throws CommandRefused {
        TempKey tempKey = key.chip().requireTempKey();
        TempKeyFlags flags = tempKey.flags();
        boolean ofThisKey = flags.genKey() && flags.keyId() == key.slot();
        if (!ofThisKey && key.chip().settings().validationNeedsGenKeyDigest()) {
            throw new CommandRefused(RefusalReason.TEMPKEY_NOT_KEY_DIGEST, key.slot());
        }
        return tempKey;
    }
}
