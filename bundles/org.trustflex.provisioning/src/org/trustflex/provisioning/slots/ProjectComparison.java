package org.trustflex.provisioning.slots;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.Project;

/**
 * What a secure element holds, slot by slot, beside what a project's files say. Reads files only; it never fails because
 * of one that is missing or damaged, but says so in the slot that it concerns.
 */
public final class ProjectComparison {

    private static final ProjectComparison NOTHING = new ProjectComparison(Map.of());

    private final Map<Integer, SlotComparison> slots;

    private ProjectComparison(Map<Integer, SlotComparison> slots) {
        this.slots = slots;
    }

    /** Compares; without a project there is nothing to compare. */
    public static ProjectComparison of(ElementSlots element, Optional<Project> project) {
        return project.isEmpty() ? NOTHING : of(element, project.get());
    }

    private static ProjectComparison of(ElementSlots element, Project project) {
        Optional<DeviceRecord> record = readRecord(project);
        Optional<DeviceRecord> own = record.filter(known -> known.serialNumber().equals(element.serialNumber()));
        Map<Integer, Instant> proven = own.isPresent() ? own.get().proven() : Map.of();
        KeySlotComparison keys = new KeySlotComparison(project, proven);
        CertificateSlotComparison certificates = new CertificateSlotComparison(project, element);
        Map<Integer, SlotComparison> slots = new TreeMap<>();
        for (SlotReport report : element.reports()) {
            Optional<SlotComparison> found = switch (report.purpose()) {
                case SECRET_KEY, IO_PROTECTION_KEY, AES_KEY -> Optional.of(keys.secret(report));
                case VALIDATION_AUTHORITY, SECURE_BOOT_PUBLIC_KEY -> Optional.of(keys.publicKey(report));
                case ROTATING_PUBLIC_KEY -> Optional.of(keys.rotatingKey(report));
                case PRIMARY_PRIVATE_KEY, DEVICE_CERTIFICATE, SIGNER_PUBLIC_KEY, SIGNER_CERTIFICATE ->
                    certificates.compare(report);
                default -> Optional.empty();
            };
            found.ifPresent(comparison -> slots.put(report.slot(), comparison));
        }
        return new ProjectComparison(slots);
    }

    /** A damaged record proves nothing; the operations that need it name it. */
    private static Optional<DeviceRecord> readRecord(Project project) {
        try {
            return DeviceRecord.read(project);
        } catch (BadFile damaged) {
            return Optional.empty();
        }
    }

    /** What was found for a slot; nothing where projects have no file for it. */
    public Optional<SlotComparison> slot(int slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    /** Whether no slot differs from its file. */
    public boolean nothingDiffers() {
        return slots.values().stream().noneMatch(slot -> slot.result() == Comparison.DIFFERS);
    }
}
