package org.trustflex.ui.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.trustflex.board.TraceEntry;

/** What tests need of this package and users do not. */
public final class TransactionsProbe {

    private TransactionsProbe() {
    }

    /** The family of the jobs that follow the record. */
    public static Object family() {
        return TransactionsModel.FAMILY;
    }

    /** Shows so many commands that no record keeps them. */
    public static void show(TransactionsView view, int count) {
        List<Transaction> rows = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Transaction("sim:demo", entry(number))).toList();
        view.model().show(new Shown(Optional.of("sim:demo"), rows, count, TransactionFilter.OPEN, ""));
    }

    private static TraceEntry entry(int number) {
        boolean refused = number % 1000 == 0;
        return new TraceEntry(number, 0x6C, Instant.ofEpochMilli(1_700_000_000_000L + number),
                Duration.ofMillis(number),
                Duration.ofMillis(5), "Read(block " + number % 3 + ")", OptionalInt.of(number % 16),
                refused ? "0F" : "00", refused ? Optional.of("refused on purpose") : Optional.empty(), 7, 35,
                "0702820000 + 0 bytes");
    }
}
