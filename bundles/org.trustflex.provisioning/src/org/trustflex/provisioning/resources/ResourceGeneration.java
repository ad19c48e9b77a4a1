package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Generates the development keys of a TrustFLEX part, slot by slot: a key is saved first, programmed second, proven third
 * and noted last, so that an interruption at any point loses nothing and the next run completes it. What file and device
 * agree on is kept.
 */
public final class ResourceGeneration {

    private static final int KEY_SLOTS = 6;

    private final Project project;
    private final SecureRandom random;
    private final Clock clock;

    /** An operation on one project. */
    public ResourceGeneration(Project project, SecureRandom random, Clock clock) {
        this.project = project;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Generates what is missing.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if a file is bad, the element is another, or the user stopped it
     */
    public void run(ElementSource source, ResourceOptions options, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), 1 + KEY_SLOTS + SlotKind.ORDER.size());
        steps.next(Messages.text("step.open"));
        try (SecureElement element = source.open()) {
            DeviceRecord.requireTrustFlex(element.configurationZone());
            DeviceRecord record = claim(element, options);
            ResourceFiles files = new ResourceFiles(project, random);
            List<SlotPlan> plans = new Planner(project, files, options, element, random).plan(steps);
            project.protectSecrets();
            record.write(project);
            execute(element, files, plans, record, steps);
        }
        new SecureBootExample(project, random).signIfPresent(steps);
        steps.line(Messages.text("success"));
    }

    /** The record for this element: the project's own, or a new one if it has none or is to be given away. */
    private DeviceRecord claim(SecureElement element, ResourceOptions options) throws ProvisioningException {
        Optional<DeviceRecord> known = DeviceRecord.read(project);
        if (known.isEmpty()) {
            return new DeviceRecord(element.serialNumber(), Map.of());
        }
        if (known.get().serialNumber().equals(element.serialNumber())) {
            return known.get();
        }
        if (!options.adopt()) {
            DeviceRecord.requireSameElement(project, element.configurationZone());
        }
        return new DeviceRecord(element.serialNumber(), Map.of());
    }

    private void execute(SecureElement element, ResourceFiles files, List<SlotPlan> plans, DeviceRecord start,
            Steps steps) throws ElementException, ProvisioningException {
        Map<Integer, SlotPlan> bySlot = plans.stream()
                .collect(Collectors.toMap(SlotPlan::slot, Function.identity()));
        SlotProgrammer programmer = new SlotProgrammer(element, files, random);
        DeviceRecord record = start;
        for (int slot : SlotKind.ORDER) {
            steps.next(Messages.text("step.slot", slot));
            SlotPlan plan = bySlot.get(slot);
            if (plan == null) {
                steps.line(Messages.text(lineWithoutAction(slot), slot));
            } else if (programmer.execute(plan, steps)) {
                record = record.withProof(slot, clock.instant().truncatedTo(ChronoUnit.SECONDS));
                record.write(project);
            }
        }
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
