package org.trustflex.ui.transactions;

import java.util.List;
import java.util.Optional;

/**
 * What the Transactions view shows. It changes as a whole.
 *
 * @param boardId the board; empty if there is none
 * @param rows    the commands that the filter lets through, oldest first
 * @param total   how many there are without the filter
 * @param filter  the filter
 * @param problem why there are none, in a sentence; empty if there are or may be
 */
record Shown(Optional<String> boardId, List<Transaction> rows, int total, TransactionFilter filter,
        String problem) {

    /** Before anything was read. */
    static final Shown NOTHING = new Shown(Optional.empty(), List.of(), 0, TransactionFilter.OPEN, "");

    /** Whether these rows begin with those of an earlier state, so that only the rest is to be drawn. */
    boolean continues(Shown earlier) {
        int known = earlier.rows.size();
        return boardId.equals(earlier.boardId) && filter.equals(earlier.filter) && rows.size() >= known
                && (known == 0 || rows.get(0).equals(earlier.rows.get(0))
                        && rows.get(known - 1).equals(earlier.rows.get(known - 1)));
    }

    /** The row of the last refused command, -1 if there is none. */
    int lastRefused() {
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (rows.get(row).refused()) {
                return row;
            }
        }
        return -1;
    }

    /**
     * The next row that contains a text, from a row on and round the end.
     *
     * @param from where to begin; that row itself comes last
     * @param step 1 for downwards, -1 for upwards
     * @return the row, -1 if none does
     */
    int find(String text, int from, int step) {
        int size = rows.size();
        for (int i = 1; i <= size; i++) {
            int row = Math.floorMod(from + step * i, size);
            if (TransactionFilter.contains(rows.get(row), text)) {
                return row;
            }
        }
        return -1;
    }
}
