package org.trustflex.ui.boards;

import org.eclipse.core.runtime.IAdaptable;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;
import org.trustflex.board.ElementDescription;

/**
 * A secure element in the tree.
 *
 * @param board   the board that it is on
 * @param element as it was last seen
 */
public record ElementNode(Board board, ElementDescription element) implements IAdaptable {

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        if (adapter.isInstance(element)) {
            return adapter.cast(element);
        }
        return adapter.isInstance(board) ? adapter.cast(board) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ElementNode node && node.board.id().equals(board.id())
                && node.element.serialNumber().equals(element.serialNumber());
    }

    @Override
    public int hashCode() {
        return element.serialNumber().hashCode();
    }
}
