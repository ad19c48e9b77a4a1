package org.trustflex.simulator.commands;

import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.simulator.chip.CertificateDigest;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * Verify(validate external): the signature of a certificate makes the public key that stands in it valid (508A data
 * sheet, section 9.20). SHA has digested the certificate, with SHA(public) where the key stands in it, and left the
 * digest in TempKey. The X.509 format of the slot says how many blocks of 64 bytes come before the key (bits 3:0) and
 * how many there are before SHA(end) (bits 7:4).
 */
record CertificateValidation(CommandPacket packet, KeyUse key) {

    void execute() throws CommandRefused {
        Chip chip = key.chip();
        chip.requireConfigurationLocked();
        int slot = key.slot();
        int format = chip.configuration().x509Format(slot);
        if (slot < SlotLayout.SLOT_COUNT / 2) {
            throw new CommandRefused(RefusalReason.VALIDATION_SLOT, slot);
        }
        if (!key.keyConfig().needsValidation()) {
            throw new CommandRefused(RefusalReason.VALIDATION_NOT_CONFIGURED, slot);
        }
        if (format == 0) {
            throw new CommandRefused(RefusalReason.VALIDATION_NO_X509, slot);
        }
        int authority = ValidityChange.requireAuthority(key);
        TempKey tempKey = requireCertificate(format);
        VerifyCommand.requireFits(chip.image().publicKey(authority), tempKey.first32(), packet, chip);
        chip.eeprom().replace(chip.image().withValidity(slot, true));
    }

    private TempKey requireCertificate(int format) throws CommandRefused {
        TempKey tempKey = key.chip().requireTempKey();
        CertificateDigest certificate = tempKey.certificate()
                .filter((CertificateDigest digest) -> digest.slot() == key.slot())
                .orElseThrow(() -> new CommandRefused(RefusalReason.VALIDATION_NO_CERTIFICATE, key.slot()));
        int position = format & 0x0F;
        int blocks = format >> 4;
        if (certificate.position() != position || certificate.blocks() != blocks) {
            throw new CommandRefused(RefusalReason.VALIDATION_CERTIFICATE_FORM, certificate.position(),
                    certificate.blocks(), position, blocks);
        }
        return tempKey;
    }
}
