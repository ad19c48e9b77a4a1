package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;
import org.trustflex.provisioning.resources.SlotPlan.Action;
import org.trustflex.provisioning.rotation.FirmwareData;
import org.trustflex.provisioning.rotation.PendingKeys;

/**
 * One run of the resource generation, which goes on where it was when a lost answer makes it start over in a new session:
 * it plans each slot once, makes each key once and says each line once.
 */
final class ResourceRun {

    private final Project project;
    private final Clock clock;
    private final ResourceOptions options;
    private final SecureRandom random;
    private final Steps steps;
    private final ResourceFiles files;
    private final Map<Integer, SlotPlan> plans = new TreeMap<>();
    private boolean planned;
    private int begun;
    private int done;

    ResourceRun(Project project, SecureRandom random, Clock clock, ResourceOptions options, Steps steps) {
        this.project = project;
        this.random = random;
        this.clock = clock;
        this.options = options;
        this.steps = steps;
        this.files = new ResourceFiles(project, random);
    }

    /** Does what is left to do and returns the record of it. */
    DeviceRecord on(SecureElement element) throws ElementException, ProvisioningException {
        DeviceRecord.requireTrustFlex(element.configurationZone());
        if (!planned) {
            plan(element);
        }
        SlotProgrammer programmer = new SlotProgrammer(element, files, random);
        while (done < SlotKind.ORDER.size()) {
            int slot = SlotKind.ORDER.get(done);
            if (begun == done) {
                steps.next(Messages.text("step.slot", slot));
                begun++;
            }
            execute(slot, programmer);
            done++;
        }
        if (plans.get(TrustFlexProfile.ROTATING_SLOT).action() != Action.LEAVE_VALID) {
            new FirmwareData(project).completeFor(element, random);
        }
        return DeviceRecord.read(project).orElseThrow();
    }

    private void plan(SecureElement element) throws ElementException, ProvisioningException {
        DeviceRecord record = claim(element);
        new Planner(project, files, options, element, random).plan(plans, steps);
        // The serial number once more: from here on keys are replaced.
        element.refreshConfigurationZone();
        project.protectSecrets();
        if (isGivenAway(record)) {
            PendingKeys.setAside(project, element.serialNumber());
        }
        for (SlotPlan plan : plans.values()) {
            record = plan.action() == Action.KEEP ? record : record.withoutProof(plan.slot());
        }
        record.write(project);
        planned = true;
    }

    /** The record for this element: the project's own, or a new one if it has none or is to be given away. */
    private DeviceRecord claim(SecureElement element) throws ProvisioningException {
        Optional<DeviceRecord> known = DeviceRecord.read(project);
        if (known.isPresent() && !known.get().serialNumber().equals(element.serialNumber()) && !options.adopt()) {
            DeviceRecord.requireSameElement(project, element.configurationZone());
        }
        return known.filter(record -> record.serialNumber().equals(element.serialNumber()))
                .orElseGet(() -> new DeviceRecord(element.serialNumber()));
    }

    private boolean isGivenAway(DeviceRecord record) throws ProvisioningException {
        Optional<DeviceRecord> before = DeviceRecord.read(project);
        return before.isPresent() && !before.get().serialNumber().equals(record.serialNumber());
    }

    private void execute(int slot, SlotProgrammer programmer) throws ElementException, ProvisioningException {
        SlotPlan plan = plans.get(slot);
        if (plan == null) {
            steps.line(Messages.text(lineWithoutAction(slot), slot));
            return;
        }
        if (plan.action() == Action.CREATE && !plan.saved()) {
            files.create(slot);
            plan = plan.afterSaving();
            plans.put(slot, plan);
        }
        if (programmer.execute(plan)) {
            DeviceRecord record = DeviceRecord.read(project).orElseThrow();
            record.withProof(slot, clock.instant().truncatedTo(ChronoUnit.SECONDS)).write(project);
        }
        if (plan.action().writes() && programmer.writesEncrypted(slot)) {
            steps.line("");
            steps.line(Messages.text("slot.note"));
            steps.line("");
        }
        steps.line(Messages.text(lineKey(plan), slot, files.file(slot).path().getFileName()));
    }

    private static String lineKey(SlotPlan plan) {
        String kind = SlotKind.of(plan.slot()) == SlotKind.SECRET ? "slot.secret." : "slot.public.";
        return switch (plan.action()) {
            case KEEP -> kind + "kept";
            case PROGRAM -> kind + "programmed";
            case CREATE -> kind + "created";
            case LEAVE_VALID -> "slot.rotating.left";
            case LEAVE_ROTATING -> "slot.rotating.pending";
        };
    }

    private static String lineWithoutAction(int slot) {
        return switch (SlotKind.of(slot)) {
            case PRIVATE -> "slot.private";
            case SECURE_BOOT_DIGEST -> "slot.digest";
            case GENERAL_DATA -> "slot.general";
            case CERTIFICATE -> "slot.certificate";
            case SECRET, PUBLIC -> throw new IllegalArgumentException("Slot " + slot + " has a plan");
        };
    }
}
