package org.trustflex.provisioning.slots;

import java.util.List;

import org.trustflex.atecc.config.SerialNumber;

/**
 * What the 16 slots of one secure element allow and hold.
 *
 * @param serialNumber the element
 * @param reports      one for each slot, in slot order
 */
public record ElementSlots(SerialNumber serialNumber, List<SlotReport> reports) {

    /** Copies the list. */
    public ElementSlots {
        reports = List.copyOf(reports);
    }

    /** The report of one slot. */
    public SlotReport report(int slot) {
        return reports.get(slot);
    }
}
