package org.trustflex.provisioning.rotation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Brings slot 14 from whatever it holds to the new key, valid. It looks at the device first and does only what is left to
 * do, so it may be run again after an interruption at any point.
 */
final class SlotUpdate {

    private static final int SLOT = TrustFlexProfile.ROTATING_SLOT;

    private final Project project;
    private final Clock clock;

    SlotUpdate(Project project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    void run(SecureElement element, Authorization authorization, Steps steps)
            throws ElementException, ProvisioningException {
        EccPublicKey newKey = authorization.validation().key();
        RotatingSlot now = RotatingSlot.read(element);
        if (!authorization.fits(element.serialNumber(), newKey, now)) {
            throw new NotPossible(Messages.text("authorization.stale"));
        }
        RotationJournal journal = new RotationJournal(clock.instant().truncatedTo(ChronoUnit.SECONDS), authorization,
                RotationProgress.STARTED).write(project);
        if (now.holdsValid(newKey)) {
            steps.line(Messages.text("line.already"));
        } else {
            replace(element, now, journal, steps);
        }
        journal.at(RotationProgress.VALIDATED).write(project);
    }

    private void replace(SecureElement element, RotatingSlot before, RotationJournal journal, Steps steps)
            throws ElementException, ProvisioningException {
        Authorization authorization = journal.authorization();
        if (before.valid()) {
            // fits() made sure that the signature is for the key that is in the slot.
            authorization.invalidation().orElseThrow().invalidate(element);
            journal.at(RotationProgress.INVALIDATED).write(project);
        }
        write(element, authorization.validation().key());
        journal.at(RotationProgress.WRITTEN).write(project);
        steps.line(Messages.text("line.written"));
        authorization.validation().validate(element);
        steps.line(Messages.text("line.validated"));
    }

    private static void write(SecureElement element, EccPublicKey key) throws ElementException {
        int blocks = SlotLayout.blocks(SLOT);
        byte[] stored = Arrays.copyOf(key.stored(), blocks * SlotLayout.BLOCK_SIZE);
        for (int block = 0; block < blocks; block++) {
            int offset = block * SlotLayout.BLOCK_SIZE;
            element.writeBlock(SLOT, block, Arrays.copyOfRange(stored, offset, offset + SlotLayout.BLOCK_SIZE));
        }
    }
}
