package org.trustflex.ui.transactions;

import java.util.ArrayList;
import java.util.List;

import org.trustflex.board.TraceEntry;

/**
 * The commands of one board as far as they were seen: more than the board's record keeps, since that forgets the oldest
 * ones. The longest that it gets is 100,000; then the oldest tenth goes.
 */
final class TransactionLog {

    /** How many commands are kept. */
    static final int MOST = 100_000;

    private final String boardId;
    private final List<Transaction> all = new ArrayList<>();

    TransactionLog(String boardId) {
        this.boardId = boardId;
    }

    String boardId() {
        return boardId;
    }

    /** The number of the newest command, 0 if there is none. */
    synchronized long newest() {
        return all.isEmpty() ? 0 : last().number();
    }

    private TraceEntry last() {
        return all.get(all.size() - 1).entry();
    }

    /**
     * Takes over what is new in the end of a record. If that record was begun anew, so is this one.
     *
     * @param recorded the last commands, oldest first
     */
    synchronized void add(List<TraceEntry> recorded) {
        int first = 0;
        if (!all.isEmpty()) {
            int known = recorded.lastIndexOf(last());
            boolean later = !recorded.isEmpty() && recorded.get(0).number() > last().number();
            if (known < 0 && !later) {
                all.clear();
            }
            first = known + 1;
        }
        recorded.subList(first, recorded.size()).forEach(entry -> all.add(new Transaction(boardId, entry)));
        if (all.size() > MOST) {
            all.subList(0, all.size() - MOST + MOST / 10).clear();
        }
    }

    /** Those that a filter lets through, oldest first. */
    synchronized List<Transaction> matching(TransactionFilter filter) {
        return filter.isOpen() ? List.copyOf(all) : all.stream().filter(filter::accepts).toList();
    }

    synchronized int size() {
        return all.size();
    }
}
