package org.trustflex.provisioning.slots;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPolicy;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.JsonDocument;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

import com.google.gson.JsonObject;

/**
 * Locks one slot of one secure element for ever: Lock in slot mode (TFLXTLS data sheet, section 5.2.4; SlotLocked in section
 * 2.1). The project keeps a record of it, begun before the command is sent, since there is no way back.
 */
public final class SlotLock {

    private static final String FOLDER = "slot_locks";
    private static final int FORMAT = 1;

    private final Optional<Project> project;
    private final Clock clock;

    /** @param project keeps the record; without one there is only the line in the log */
    public SlotLock(Optional<Project> project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /** Why a slot can't be locked, in a sentence; nothing if it can be. */
    public static Optional<String> obstacle(SlotPolicy policy) {
        if (policy.locked()) {
            return Optional.of(Messages.text("lock.already", policy.slot()));
        }
        return policy.keyConfig().lockable() ? Optional.empty()
                : Optional.of(Messages.text("lock.never", policy.slot()));
    }

    /** What becomes impossible when a slot is locked, in a sentence. */
    public static String consequence(SlotReport report) {
        String what = report.policy().keyConfig().isPrivate() ? "lock.consequence.private"
                : report.state() == SlotState.EMPTY ? "lock.consequence.empty" : "lock.consequence.content";
        return Messages.text(what, report.slot(), report.purpose().title());
    }

    /**
     * Locks, after reading again which element this is.
     *
     * @param expected the element that the user agreed to
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if it is another element, the slot can't be locked, the record can't be written, or
     *                               the user stopped it; nothing was locked then
     */
    public void lock(SerialNumber expected, int slot, ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("lock.title"), 1);
        steps.next(Messages.text("lock.step", slot, expected));
        boolean[] sent = new boolean[1];
        FollowThrough.run(source, steps, element -> {
            requireSame(element, expected);
            SlotPolicy policy = SlotPolicy.of(element.configurationZone(), slot);
            // The answer to the first try may have been lost, not the lock.
            if (!(sent[0] && policy.locked())) {
                lockable(policy);
                record(expected, slot, false);
                sent[0] = true;
                element.lockSlot(slot);
            }
            if (!element.configurationZone().slotLocked(slot)) {
                throw new MalformedReply(Messages.text("lock.ignored", slot));
            }
            return slot;
        });
        record(expected, slot, true);
        steps.line(Messages.text("lock.done", slot, SlotPurpose.of(slot).title(), expected));
    }

    private static void requireSame(SecureElement element, SerialNumber expected) throws NotPossible {
        DeviceRecord.requireTrustFlex(element.configurationZone());
        if (!element.serialNumber().equals(expected)) {
            throw new NotPossible(Messages.text("lock.other", expected, element.serialNumber()));
        }
    }

    private static void lockable(SlotPolicy policy) throws NotPossible {
        Optional<String> obstacle = obstacle(policy);
        if (obstacle.isPresent()) {
            throw new NotPossible(obstacle.get());
        }
    }

    private void record(SerialNumber serialNumber, int slot, boolean done) throws BadFile {
        if (project.isPresent()) {
            JsonObject content = JsonDocument.create(FORMAT);
            content.addProperty("serialNumber", serialNumber.hex());
            content.addProperty("slot", slot);
            content.addProperty("purpose", SlotPurpose.of(slot).title());
            content.addProperty(done ? "lockedAt" : "begunAt", clock.instant().toString());
            file(project.get(), serialNumber, slot).writeText(JsonDocument.text(content));
        }
    }

    private static DurableFile file(Project project, SerialNumber serialNumber, int slot) {
        return project.sharedResource(Path.of(FOLDER, serialNumber.hex(), "slot_" + slot + ".json").toString());
    }
}
