package org.trustflex.ui.transactions;

import org.eclipse.core.expressions.PropertyTester;
import org.jspecify.annotations.Nullable;

/** What the selected command offers, for the enablement of commands. */
public final class TransactionTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, @Nullable Object expected) {
        Transaction row = (Transaction) receiver;
        return "refusedForSlot".equals(property) && row.refused() && row.entry().slot().isPresent();
    }
}
