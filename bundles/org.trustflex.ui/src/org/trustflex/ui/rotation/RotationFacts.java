package org.trustflex.ui.rotation;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.rotation.RotationJournal;
import org.trustflex.provisioning.rotation.RotationRecord;
import org.trustflex.provisioning.rotation.Validity;
import org.trustflex.provisioning.slots.SlotReport;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.model.ElementFacts;

/**
 * What the view shows of one project: what its files say and what was last read from its board.
 *
 * @param project the project
 * @param boardId its board
 * @param status  the project's state
 * @param oldKey  the fingerprint of the key that is or was replaced
 * @param newKey  the fingerprint of the key that replaces it
 * @param slot    what slot 14 was last read to hold, in words
 */
record RotationFacts(TrustFlexProject project, Optional<String> boardId, ProjectStatus status,
        Optional<String> oldKey, Optional<String> newKey, String slot) {

    /** Reads the files; nothing from the board that has not been read already. */
    static RotationFacts of(TrustFlexProject project, Optional<String> boardId) throws ProvisioningException {
        Project model = project.model();
        Optional<ElementFacts> read = boardId.flatMap(ElementCatalog.shared()::facts);
        Optional<SlotReport> slot = read.flatMap(ElementFacts::slots)
                .map(slots -> slots.report(TrustFlexProfile.ROTATING_SLOT));
        ProjectStatus status = read.flatMap(ElementFacts::slots).map(slots -> ProjectStatus.of(model, slots))
                .orElseGet(() -> ProjectStatus.of(model));
        Optional<RotationRecord> record = status.element().isPresent()
                ? Optional.of(RotationRecord.read(model, status.element().get()))
                : Optional.empty();
        return new RotationFacts(project, boardId, status, oldKey(record, slot), newKey(record),
                slot.map(report -> NLS.bind(Messages.slot_state, report.state().word(),
                        report.fingerprint().orElseGet(report::summary)))
                        .orElse(read.map(ElementFacts::problem).orElse(Messages.slot_unread)));
    }

    /** While a new key is under way the slot's own, afterwards the one that was made invalid. */
    private static Optional<String> oldKey(Optional<RotationRecord> record, Optional<SlotReport> slot) {
        boolean begun = record.flatMap(RotationRecord::pending).isPresent();
        Optional<String> invalidated = record.flatMap(RotationRecord::journal)
                .flatMap(journal -> journal.authorization().invalidation()).map(Validity::key)
                .map(EccPublicKey::fingerprint);
        boolean open = record.isPresent() && record.get().isOpen();
        return begun && !open ? slot.flatMap(SlotReport::fingerprint) : invalidated;
    }

    private static Optional<String> newKey(Optional<RotationRecord> record) {
        return record.flatMap(RotationRecord::pending)
                .or(() -> record.flatMap(RotationRecord::journal).map(RotationJournal::newKey))
                .map(EccPublicKey::fingerprint);
    }
}
