package org.trustflex.board;

import java.util.List;
import java.util.stream.Collectors;

/** More than one board is what was asked for. Nothing was opened. */
public final class AmbiguousBoard extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<BoardDescription> matches;

    AmbiguousBoard(List<BoardDescription> matches) {
        super(Messages.text("select.ambiguous",
                matches.stream().map(BoardDescription::id).collect(Collectors.joining(", "))));
        this.matches = List.copyOf(matches);
    }

    /** The boards that match. */
    public List<BoardDescription> matches() {
        return matches;
    }
}
