package org.trustflex.certificates.manifest;

import java.util.List;

import org.trustflex.certificates.Check;

/**
 * What of an entry holds and what does not.
 *
 * @param uniqueId the element that the entry is about, as its unsigned header says
 * @param checks   everything that was looked at
 */
public record ElementReport(String uniqueId, List<Check> checks) {

    /** Copies the list. */
    public ElementReport {
        checks = List.copyOf(checks);
    }

    /** Whether nothing is wrong with it. */
    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
