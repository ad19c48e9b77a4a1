package org.trustflex.ui.slots;

import org.eclipse.core.expressions.PropertyTester;
import org.jspecify.annotations.Nullable;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotLock;

/** What the selected slot offers, for the enablement of commands. */
public final class SlotTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, @Nullable Object expected) {
        SlotRow row = (SlotRow) receiver;
        return switch (property) {
            case "lockable" -> SlotLock.obstacle(row.report().policy()).isEmpty();
            case "hasKey" -> row.report().publicKey().isPresent();
            case "hasFile" ->
                row.comparison().map(SlotComparison::result).filter(result -> result != Comparison.MISSING)
                        .isPresent();
            default -> false;
        };
    }
}
