package org.trustflex.ui.transactions;

import org.eclipse.core.runtime.IAdaptable;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.TraceEntry;

/**
 * A command with its reply, as a row of the Transactions view.
 *
 * @param boardId the board
 * @param entry   what its record says
 */
public record Transaction(String boardId, TraceEntry entry) implements IAdaptable {

    private static final String SUCCESS = "00";
    private static final String AFTER_WAKE = "11";

    /** Whether the element did not do what it was told, or answered that something does not fit. */
    public boolean refused() {
        return entry.refusal().isPresent() || !SUCCESS.equals(entry.status()) && !AFTER_WAKE.equals(entry.status());
    }

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        return adapter.isInstance(entry) ? adapter.cast(entry) : null;
    }
}
