package org.trustflex.ui.boards;

import org.eclipse.core.runtime.IAdaptable;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;

/**
 * The line below a board whose kit program is gone.
 *
 * @param board as it was last seen
 */
public record KitGoneNode(Board board) implements IAdaptable {

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        return adapter.isInstance(board) ? adapter.cast(board) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KitGoneNode node && node.board.id().equals(board.id());
    }

    @Override
    public int hashCode() {
        return board.id().hashCode();
    }
}
