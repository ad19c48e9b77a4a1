package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.util.Map;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;
import org.trustflex.provisioning.resources.SlotPlan.Action;
import org.trustflex.provisioning.rotation.PendingKeys;
import org.trustflex.provisioning.rotation.RotationJournal;

/** Decides for every key slot what to do, before anything is written to disk or device. */
final class Planner {

    private final Project project;
    private final ResourceFiles files;
    private final ResourceOptions options;
    private final SecureElement element;
    private final SlotProof proof;

    Planner(Project project, ResourceFiles files, ResourceOptions options, SecureElement element,
            SecureRandom random) {
        this.project = project;
        this.files = files;
        this.options = options;
        this.element = element;
        this.proof = new SlotProof(element, random);
    }

    /**
     * Plans each key slot that has no plan yet, in the order of writing.
     *
     * @throws NotPossible if one of the plans can't be carried out; nothing has been changed then
     */
    void plan(Map<Integer, SlotPlan> plans, Steps steps) throws ElementException, ProvisioningException {
        boolean rotating = isRotating();
        if (rotating && options.newKeys()) {
            throw new NotPossible(Messages.text("rotation.open"));
        }
        for (int slot : SlotKind.ORDER) {
            SlotKind kind = SlotKind.of(slot);
            if ((kind == SlotKind.SECRET || kind == SlotKind.PUBLIC) && !plans.containsKey(slot)) {
                steps.next(Messages.text("step.plan", slot));
                plans.put(slot, new SlotPlan(slot, action(slot, rotating)));
            }
        }
        for (SlotPlan plan : plans.values()) {
            requireWritable(plan);
        }
    }

    /** Slot 14 is in the middle of a rotation, or holds a new key that the device's firmware put there. */
    private boolean isRotating() throws ElementException, ProvisioningException {
        return RotationJournal.isOpen(project, element.serialNumber())
                || PendingKeys.contain(project, element.readPublicKey(TrustFlexProfile.ROTATING_SLOT));
    }

    private Action action(int slot, boolean rotating) throws ElementException, ProvisioningException {
        if (slot == TrustFlexProfile.ROTATING_SLOT && rotating) {
            return Action.LEAVE_ROTATING;
        }
        if (options.newKeys()) {
            return Action.CREATE;
        }
        if (files.file(slot).exists() && matches(slot)) {
            return Action.KEEP;
        }
        if (slot == TrustFlexProfile.ROTATING_SLOT && element.readValidity(slot)) {
            return Action.LEAVE_VALID;
        }
        return files.file(slot).exists() ? Action.PROGRAM : Action.CREATE;
    }

    private boolean matches(int slot) throws ElementException, ProvisioningException {
        return SlotKind.of(slot) == SlotKind.SECRET ? proof.holdsSecret(slot, files.readSecret(slot))
                : proof.holdsPublicKey(slot, files.readKeyPair(slot).publicKey());
    }

    private void requireWritable(SlotPlan plan) throws NotPossible {
        if (plan.action().writes() && element.configurationZone().slotLocked(plan.slot())) {
            throw new NotPossible(Messages.text(options.newKeys() ? "locked.newkeys" : "locked", plan.slot(),
                    files.file(plan.slot()).path()));
        }
    }
}
