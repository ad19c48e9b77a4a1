package org.trustflex.provisioning.rotation;

import java.time.Clock;
import java.util.Arrays;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.StatusCode;
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
        if (!authorization.covers(now)) {
            throw new NotPossible(Messages.text("authorization.stale"));
        }
        RotationJournal journal = RotationJournal.begin(project, authorization, clock.instant());
        if (now.holdsValid(newKey)) {
            steps.line(Messages.text("line.already"));
        } else {
            // The serial number once more: what follows takes the old key out of service.
            element.refreshConfigurationZone();
            replace(element, now, journal, steps);
        }
        journal.at(RotationProgress.VALIDATED).write(project);
    }

    private void replace(SecureElement element, RotatingSlot before, RotationJournal journal, Steps steps)
            throws ElementException, ProvisioningException {
        Authorization authorization = journal.authorization();
        EccPublicKey newKey = journal.newKey();
        try {
            if (before.valid()) {
                // covers() made sure that the signature is for the key that is in the slot.
                authorization.invalidation().orElseThrow().invalidate(element);
                journal.at(RotationProgress.INVALIDATED).write(project);
            }
            write(element, newKey);
            journal.at(RotationProgress.WRITTEN).write(project);
            steps.line(Messages.text("line.written"));
            authorization.validation().validate(element);
        } catch (DeviceRefused refused) {
            discardIfForged(refused, steps);
            throw refused;
        }
        if (!RotatingSlot.read(element).holdsValid(newKey)) {
            throw new MalformedReply(Messages.text("validate.failed"));
        }
        steps.line(Messages.text("line.validated"));
    }

    /** A signature that the device does not accept once it will never accept: the next run must sign anew. */
    private void discardIfForged(DeviceRefused refused, Steps steps) throws ProvisioningException {
        if (refused.status() == StatusCode.MISCOMPARE) {
            Authorization.file(project).delete();
            steps.line(Messages.text("line.discarded"));
        }
    }

    private static void write(SecureElement element, EccPublicKey key) throws ElementException {
        int blocks = SlotLayout.blocks(SLOT);
        byte[] stored = Arrays.copyOf(key.stored(), blocks * SlotLayout.BLOCK_SIZE);
        for (int block = 0; block < blocks; block++) {
            int offset = block * SlotLayout.BLOCK_SIZE;
            element.writeBlock(SLOT, block, Arrays.copyOfRange(stored, offset, offset + SlotLayout.BLOCK_SIZE));
        }
        if (!element.readPublicKey(SLOT).equals(key)) {
            throw new MalformedReply(Messages.text("write.failed"));
        }
    }
}
