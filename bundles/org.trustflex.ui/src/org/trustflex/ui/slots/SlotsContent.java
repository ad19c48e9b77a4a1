package org.trustflex.ui.slots;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.certificates.DeviceChain;

/**
 * What the Slots view shows. It changes as a whole, so that rows of two readings never stand side by side.
 *
 * @param boardId the board; empty if there is none to show
 * @param project the project whose files were compared; empty if the board is not a project's
 * @param rows    the 16 slots; empty as long as they were never read
 * @param readAt  when they were read
 * @param chain   the certificates in slots 10 to 12; empty if they can't be explained
 * @param problem why the last reading failed, in a sentence; empty if it did not
 */
record SlotsContent(Optional<String> boardId, Optional<TrustFlexProject> project, List<SlotRow> rows,
        Optional<Instant> readAt, Optional<DeviceChain> chain, String problem) {

    /** No board. */
    static final SlotsContent NOTHING = new SlotsContent(Optional.empty(), Optional.empty(), List.of(),
            Optional.empty(), Optional.empty(), "");

    SlotsContent {
        rows = List.copyOf(rows);
    }

    /** The row of a slot, if the slots were read. */
    Optional<SlotRow> row(int slot) {
        return rows.stream().filter(row -> row.slot() == slot).findFirst();
    }
}
