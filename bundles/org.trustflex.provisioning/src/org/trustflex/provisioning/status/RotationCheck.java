package org.trustflex.provisioning.status;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.rotation.RotationJournal;
import org.trustflex.provisioning.rotation.RotationProgress;
import org.trustflex.provisioning.rotation.RotationRecord;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.provisioning.slots.SlotReport;
import org.trustflex.provisioning.slots.SlotState;

/** How far the rotation has come, as a whole and step by step. */
final class RotationCheck {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneId.systemDefault());

    private final Evidence evidence;

    RotationCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    /** All four steps where none can be run, for one reason. */
    static Map<RotationStep, StepCondition> waiting(String reason) {
        Map<RotationStep, StepCondition> steps = new EnumMap<>(RotationStep.class);
        for (RotationStep step : RotationStep.values()) {
            steps.put(step, new StepCondition(State.WAITS, false, reason));
        }
        return steps;
    }

    Condition condition() {
        try {
            return condition(RotationRecord.read(evidence.project(), evidence.element()));
        } catch (BadFile damaged) {
            return Condition.damaged(damaged);
        }
    }

    private Condition condition(RotationRecord rotation) {
        if (rotation.isKeyLost()) {
            return Condition.of(State.NEEDS_ATTENTION, Action.RESTORE_FILE, Messages.text("rotation.lost"));
        }
        if (rotation.pending().isPresent() && isInSlot(rotation.pending().get(), SlotState.VALID)) {
            return Condition.of(State.NEEDS_ATTENTION, Action.ROTATE, Messages.text("rotation.arrived"));
        }
        if (rotation.isOpen()) {
            return Condition.of(State.NEEDS_ATTENTION, Action.ROTATE, Messages.text("rotation.interrupted",
                    Messages.text("progress." + rotation.journal().orElseThrow().progress())));
        }
        if (rotation.pending().isPresent()) {
            return Condition.of(State.READY, Action.ROTATE, Messages.text("rotation.begun",
                    rotation.authorization().isPresent() ? 3 : 2));
        }
        return rotation.journal().map(this::finished)
                .orElseGet(() -> Condition.of(State.READY, Action.ROTATE, Messages.text("rotation.ready")));
    }

    private Condition finished(RotationJournal journal) {
        if (evidence.onTheBoard().isPresent() && !isInSlot(journal.newKey(), SlotState.VALID)) {
            return Condition.of(State.NEEDS_ATTENTION, Action.ROTATE, Messages.text("rotation.undone"));
        }
        return new Condition(State.DONE, Messages.text("rotation.done", TIME.format(journal.startedAt()),
                journal.newKey().fingerprint()), Optional.of(Action.ROTATE));
    }

    private boolean isInSlot(EccPublicKey key, SlotState state) {
        Optional<SlotReport> slot = evidence.onTheBoard()
                .map(slots -> slots.report(SlotPurpose.ROTATING_PUBLIC_KEY.slot()));
        return slot.isPresent() && slot.get().state() == state && slot.get().publicKey().equals(Optional.of(key));
    }

    Map<RotationStep, StepCondition> steps() {
        try {
            RotationRecord rotation = RotationRecord.read(evidence.project(), evidence.element());
            Optional<EccPublicKey> authority = evidence.publicKeyInFile(SlotPurpose.VALIDATION_AUTHORITY.slot());
            if (authority.isEmpty()) {
                return waiting(Messages.text("step.noauthority"));
            }
            return rotation.pending().isPresent() ? ofPending(rotation, authority.get()) : ofNone(rotation);
        } catch (BadFile damaged) {
            return waiting(String.valueOf(damaged.getMessage()));
        }
    }

    /** No new key is on its way: either the last rotation is over, or there was none. */
    private static Map<RotationStep, StepCondition> ofNone(RotationRecord rotation) {
        Map<RotationStep, StepCondition> steps = waiting(Messages.text("step.needs.generate"));
        boolean over = rotation.journal().isPresent() && !rotation.isOpen();
        if (over) {
            for (RotationStep step : RotationStep.values()) {
                boolean again = step == RotationStep.GENERATE || step == RotationStep.VERIFY;
                steps.put(step, new StepCondition(State.DONE, again, Messages.text("step.over." + step)));
            }
        } else {
            steps.put(RotationStep.GENERATE,
                    new StepCondition(State.READY, true, Messages.text("step.ready." + RotationStep.GENERATE)));
        }
        return steps;
    }

    private Map<RotationStep, StepCondition> ofPending(RotationRecord rotation, EccPublicKey authority) {
        boolean open = rotation.isOpen();
        boolean authorized = rotation.isAuthorized(evidence.element(), authority);
        boolean updated = rotation.progress().filter(RotationCheck::isUpdated).isPresent()
                || isInSlot(rotation.pending().orElseThrow(), SlotState.VALID);
        Map<RotationStep, StepCondition> steps = new EnumMap<>(RotationStep.class);
        steps.put(RotationStep.GENERATE, new StepCondition(State.DONE, !open,
                Messages.text(open ? "step.locked.GENERATE" : "step.done.GENERATE")));
        steps.put(RotationStep.AUTHORIZE, authorized ? done(RotationStep.AUTHORIZE) : ready(RotationStep.AUTHORIZE));
        steps.put(RotationStep.UPDATE, update(open, authorized, updated));
        steps.put(RotationStep.VERIFY, updated ? ready(RotationStep.VERIFY)
                : new StepCondition(State.WAITS, false, Messages.text("step.needs.update")));
        return steps;
    }

    private static StepCondition update(boolean open, boolean authorized, boolean updated) {
        if (updated) {
            return new StepCondition(State.DONE, authorized, Messages.text("step.done.UPDATE"));
        }
        if (!authorized) {
            return new StepCondition(State.WAITS, false, Messages.text("step.needs.authorize"));
        }
        return open ? new StepCondition(State.NEEDS_ATTENTION, true, Messages.text("step.interrupted"))
                : ready(RotationStep.UPDATE);
    }

    private static boolean isUpdated(RotationProgress progress) {
        return progress == RotationProgress.VALIDATED || progress == RotationProgress.DONE;
    }

    private static StepCondition done(RotationStep step) {
        return new StepCondition(State.DONE, true, Messages.text("step.done." + step));
    }

    private static StepCondition ready(RotationStep step) {
        return new StepCondition(State.READY, true, Messages.text("step.ready." + step));
    }
}
