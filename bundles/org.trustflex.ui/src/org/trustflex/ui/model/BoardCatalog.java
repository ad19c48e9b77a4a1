package org.trustflex.ui.model;

import java.util.List;
import java.util.Optional;

import org.trustflex.board.Board;
import org.trustflex.board.BoardScan;
import org.trustflex.launching.BoardEvents;

/** The boards as they were last seen. It is searched again when somebody asks; who shows boards asks while visible. */
public final class BoardCatalog {

    private static final BoardCatalog SHARED = new BoardCatalog();

    private final Listeners listeners = new Listeners();
    private final ScanJob job = new ScanJob(this::found);
    private volatile Optional<BoardScan> scan = Optional.empty();

    private BoardCatalog() {
        BoardEvents.add(new BoardEvents.Listener() {
            @Override
            public void boardChanged(String boardId) {
                if (scan.isPresent()) {
                    refresh();
                }
            }
        });
    }

    /** The catalog that all views share. */
    public static BoardCatalog shared() {
        return SHARED;
    }

    /** Hear of a finished search. */
    public Listeners listeners() {
        return listeners;
    }

    /** Searches in the background. Many wishes at once are one search. */
    public void refresh() {
        job.schedule();
    }

    /** Whether boards have been searched for at all. */
    public boolean known() {
        return scan.isPresent();
    }

    /** The boards that were found. */
    public List<Board> boards() {
        return scan.map(BoardScan::boards).orElse(List.of());
    }

    /** What could not be looked at, in sentences. */
    public List<String> problems() {
        return scan.map(BoardScan::problems).orElse(List.of());
    }

    /** The board with this id, if it was found. */
    public Optional<Board> board(String id) {
        return boards().stream().filter(board -> board.id().equals(id)).findFirst();
    }

    private void found(BoardScan result) {
        scan = Optional.of(result);
        listeners.fire();
    }
}
