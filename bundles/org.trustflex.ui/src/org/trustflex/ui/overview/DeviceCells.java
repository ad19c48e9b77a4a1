package org.trustflex.ui.overview;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.ProjectComparison;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotReport;
import org.trustflex.provisioning.slots.SlotState;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.provisioning.status.State;

/** What the device holds of each part, in two or three words. */
final class DeviceCells {

    private final Project project;
    private final ProjectStatus status;
    private final Optional<ElementSlots> slots;

    DeviceCells(Project project, ProjectStatus status, Optional<ElementSlots> slots) {
        this.project = project;
        this.status = status;
        this.slots = slots;
    }

    Cell of(Part part) {
        return slots.map(read -> cell(part, read)).orElse(Cell.of(Messages.device_notRead));
    }

    private Cell cell(Part part, ElementSlots read) {
        Condition condition = Overview.condition(status, part);
        if (condition.state() == State.REFUSED) {
            return Cell.of(State.REFUSED, Messages.device_other);
        }
        ProjectComparison comparison = ProjectComparison.of(read, Optional.of(project));
        return switch (part) {
            case CERTIFICATES -> certificates(compared(comparison, KeySlots.CERTIFICATES));
            case MANIFEST -> manifest(condition);
            case ROTATION -> rotation(read.report(SlotPurpose.ROTATING_PUBLIC_KEY.slot()), condition);
            case BOARD, RESOURCES, FIRMWARE -> resources(compared(comparison, KeySlots.RESOURCES));
        };
    }

    private static List<SlotComparison> compared(ProjectComparison comparison, List<Integer> slots) {
        return slots.stream().flatMap(slot -> comparison.slot(slot).stream()).toList();
    }

    private static Cell resources(List<SlotComparison> found) {
        long matches = found.stream().filter(slot -> slot.result() == Comparison.MATCHES).count();
        if (matches == 0) {
            return Cell.of(Messages.device_noKeys);
        }
        boolean all = matches == KeySlots.RESOURCES.size();
        return Cell.of(all ? State.DONE : State.NEEDS_ATTENTION, NLS.bind(Messages.device_match, matches));
    }

    private static Cell certificates(List<SlotComparison> found) {
        if (found.stream().anyMatch(slot -> slot.result() == Comparison.DIFFERS)) {
            return Cell.of(State.NEEDS_ATTENTION, Messages.device_certificateDiffers);
        }
        boolean own = found.stream().anyMatch(slot -> slot.result() == Comparison.MATCHES);
        return own ? Cell.of(State.DONE, Messages.device_certificate) : Cell.of(Messages.device_delivered);
    }

    /** A manifest is in no slot; what counts is whether it says what the slots hold. */
    private static Cell manifest(Condition condition) {
        return switch (condition.state()) {
            case DONE -> Cell.of(State.DONE, Messages.device_agrees);
            case NEEDS_ATTENTION -> Cell.of(State.NEEDS_ATTENTION, Messages.device_saysOther);
            case READY, WAITS, REFUSED -> Cell.NOTHING;
        };
    }

    /** A key that is not valid is what a slot holds before the first rotation; later something is wrong. */
    private static Cell rotation(SlotReport slot, Condition condition) {
        if (slot.state() == SlotState.EMPTY) {
            return Cell.of(Messages.device_slotEmpty);
        }
        if (slot.state() == SlotState.VALID) {
            return Cell.of(State.DONE, Messages.device_slotValid);
        }
        return condition.state() == State.NEEDS_ATTENTION
                ? Cell.of(State.NEEDS_ATTENTION, Messages.device_slotInvalid)
                : Cell.of(Messages.device_slotInvalid);
    }
}
