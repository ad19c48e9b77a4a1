package org.trustflex.provisioning.status;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.provisioning.slots.ElementSlots;

/**
 * How a project is: what is done, what can be done, what waits and what went wrong. Computed from the project's files, and
 * from what the device holds where somebody has read it. Changes nothing, and never fails because of a damaged file, but
 * says so where it belongs.
 *
 * @param element      the secure element that the project is for
 * @param resources    the keys
 * @param certificates the certificate chain of the project
 * @param manifest     the manifest
 * @param rotation     the rotation of the public key as a whole
 * @param steps        each of its four steps
 */
public record ProjectStatus(Optional<SerialNumber> element, Condition resources, Condition certificates,
        Condition manifest, Condition rotation, Map<RotationStep, StepCondition> steps) {

    /** Copies the map. */
    public ProjectStatus {
        steps = Collections.unmodifiableMap(new EnumMap<>(steps));
    }

    /** The status from files alone. */
    public static ProjectStatus of(Project project) {
        return of(project, Optional.empty());
    }

    /** The status from files and from what was read from the element on the project's board. */
    public static ProjectStatus of(Project project, ElementSlots onTheBoard) {
        return of(project, Optional.of(onTheBoard));
    }

    private static ProjectStatus of(Project project, Optional<ElementSlots> board) {
        try {
            Optional<DeviceRecord> record = DeviceRecord.read(project);
            return record.isPresent() ? of(new Evidence(project, record.get(), board))
                    : ofNewProject(project);
        } catch (BadFile damaged) {
            Condition attention = Condition.damaged(damaged);
            return new ProjectStatus(Optional.empty(), attention, attention, attention, attention,
                    RotationCheck.waiting(String.valueOf(damaged.getMessage())));
        }
    }

    private static ProjectStatus ofNewProject(Project project) {
        boolean keys = project.privateResource(KeyFile.keyPairName(SlotPurpose.VALIDATION_AUTHORITY.slot())).exists();
        Condition waits = Condition.of(State.WAITS, Action.RESOURCES, Messages.text("waits.resources"));
        return new ProjectStatus(Optional.empty(),
                Condition.of(State.READY, Action.RESOURCES,
                        Messages.text(keys ? "resources.imported" : "resources.ready")),
                waits, waits, waits,
                RotationCheck.waiting(Messages.text("waits.resources")));
    }

    private static ProjectStatus of(Evidence evidence) {
        SerialNumber element = evidence.element();
        if (evidence.isAnotherElement()) {
            Condition refused = Condition.of(State.REFUSED, Action.ADOPT,
                    Messages.text("element.other", element, evidence.onTheBoard().orElseThrow().serialNumber()));
            return new ProjectStatus(Optional.of(element), refused, refused, refused, refused,
                    RotationCheck.waiting(refused.sentence()));
        }
        RotationCheck rotation = new RotationCheck(evidence);
        return new ProjectStatus(Optional.of(element), new ResourceCheck(evidence).condition(),
                new CertificateCheck(evidence).condition(), new ManifestCheck(evidence).condition(),
                rotation.condition(), rotation.steps());
    }
}
