package org.trustflex.ui.slots;

import java.util.Optional;

import org.eclipse.core.runtime.IAdaptable;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotReport;

/**
 * One row of the Slots view. The same slot of the same element read again is the same row.
 *
 * @param boardId      the board
 * @param serialNumber the element
 * @param report       what the slot allows and holds
 * @param comparison   what the project's file says; empty where it has none
 * @param certificate  the subject of the certificate that the slot belongs to; empty if unknown
 */
public record SlotRow(String boardId, SerialNumber serialNumber, SlotReport report,
        Optional<SlotComparison> comparison, Optional<String> certificate) implements IAdaptable {

    /** The slot number. */
    public int slot() {
        return report.slot();
    }

    /** Whether slot and file hold different things. */
    public boolean differs() {
        return comparison.filter(compared -> compared.result() == Comparison.DIFFERS).isPresent();
    }

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        return adapter.isInstance(report) ? adapter.cast(report) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlotRow row && row.slot() == slot() && row.serialNumber.equals(serialNumber);
    }

    @Override
    public int hashCode() {
        return 31 * serialNumber.hashCode() + slot();
    }
}
