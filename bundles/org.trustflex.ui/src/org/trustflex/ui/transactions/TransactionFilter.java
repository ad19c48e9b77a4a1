package org.trustflex.ui.transactions;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Which commands are shown.
 *
 * @param text        what a row must contain, whatever the case; empty for all
 * @param refusedOnly only those that the element refused
 * @param slot        only those for this slot; empty for all
 */
record TransactionFilter(String text, boolean refusedOnly, OptionalInt slot) {

    /** Lets everything through. */
    static final TransactionFilter OPEN = new TransactionFilter("", false, OptionalInt.empty());

    boolean isOpen() {
        return equals(OPEN);
    }

    boolean accepts(Transaction transaction) {
        return (!refusedOnly || transaction.refused())
                && (slot.isEmpty() || slot.equals(transaction.entry().slot()))
                && contains(transaction, text);
    }

    /** Whether a row contains a text, whatever the case. */
    static boolean contains(Transaction transaction, String text) {
        return text.isEmpty() || TransactionText.line(transaction).toLowerCase(Locale.ROOT)
                .contains(text.toLowerCase(Locale.ROOT));
    }
}
