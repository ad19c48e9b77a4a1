package org.trustflex.ui.boards;

import java.util.stream.Stream;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;
import org.trustflex.ui.model.BoardCatalog;

/** The tree: boards, below each its elements; what could not be looked at comes last. */
final class BoardsContent implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        BoardCatalog catalog = (BoardCatalog) input;
        return Stream.concat(catalog.boards().stream().map(BoardNode::new),
                catalog.problems().stream().map(ProblemNode::new)).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof BoardNode node ? elements(node.board()) : new Object[0];
    }

    private static Object[] elements(Board board) {
        Stream<Object> gone = board.flashedProgram().isKit() ? Stream.empty() : Stream.of(new KitGoneNode(board));
        return Stream.concat(gone,
                board.description().elements().stream().map(element -> new ElementNode(board, element))).toArray();
    }

    @Override
    public @Nullable Object getParent(Object element) {
        if (element instanceof KitGoneNode node) {
            return new BoardNode(node.board());
        }
        return element instanceof ElementNode node ? new BoardNode(node.board()) : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return getChildren(element).length > 0;
    }
}
