package org.trustflex.board;

import java.util.List;

/**
 * What a search for boards has found.
 *
 * @param boards   those that can be used, simulated ones first, by name
 * @param problems one sentence for each board that can't, and for each way of searching that is not available
 */
public record BoardScan(List<Board> boards, List<String> problems) {

    /** Keeps copies of the lists. */
    public BoardScan {
        boards = List.copyOf(boards);
        problems = List.copyOf(problems);
    }
}
