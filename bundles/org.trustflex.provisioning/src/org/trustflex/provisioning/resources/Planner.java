package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;
import org.trustflex.provisioning.resources.SlotPlan.Action;
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

    /** The plan of each key slot in the order of writing. */
    List<SlotPlan> plan(Steps steps) throws ElementException, ProvisioningException {
        boolean rotating = RotationJournal.isOpen(project, element.serialNumber());
        if (rotating && options.newKeys()) {
            throw new NotPossible(Messages.text("rotation.open"));
        }
        List<SlotPlan> plans = new ArrayList<>();
        for (int slot : SlotKind.ORDER) {
            SlotKind kind = SlotKind.of(slot);
            if (kind == SlotKind.SECRET || kind == SlotKind.PUBLIC) {
                steps.next(Messages.text("step.plan", slot));
                plans.add(new SlotPlan(slot, action(slot, rotating)));
            }
        }
        for (SlotPlan plan : plans) {
            requireWritable(plan);
        }
        return plans;
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
            throw new NotPossible(Messages.text("locked", plan.slot(), files.file(plan.slot()).path()));
        }
    }
}
