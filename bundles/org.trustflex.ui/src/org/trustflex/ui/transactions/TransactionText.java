package org.trustflex.ui.transactions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.board.TraceEntry;

/** Commands and replies in words. There is no data in them, as there is none in the record. */
final class TransactionText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS")
            .withZone(ZoneId.systemDefault());
    private static final int HEX = 16;

    private TransactionText() {
    }

    static String hostTime(Instant time) {
        return TIME.format(time);
    }

    /** Since the board got its power, in seconds. */
    static String deviceTime(Duration time) {
        return String.format(Locale.ROOT, "%.4f s", time.toNanos() / 1e9);
    }

    static String duration(Duration time) {
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / 1e6);
    }

    static String slot(TraceEntry entry) {
        return entry.slot().isPresent() ? String.valueOf(entry.slot().getAsInt()) : "";
    }

    /** "0F execution error". */
    static String status(TraceEntry entry) {
        return StatusCode.fromCode(Integer.parseInt(entry.status(), HEX))
                .map(status -> NLS.bind(Messages.status, entry.status(), status.meaning())).orElse(entry.status());
    }

    static String reason(TraceEntry entry) {
        return entry.refusal().orElse("");
    }

    /** The row as text, cells with tabs between them. */
    static String line(Transaction transaction) {
        TraceEntry entry = transaction.entry();
        return String.join("\t", String.valueOf(entry.number()), hostTime(entry.hostTime()),
                deviceTime(entry.deviceTime()), duration(entry.executionTime()), entry.command(), slot(entry),
                status(entry), reason(entry));
    }

    /** Many rows below a line with the columns' names. */
    static String table(List<Transaction> transactions) {
        String head = String.join("\t", Messages.column_number, Messages.column_host, Messages.column_device,
                Messages.column_took, Messages.column_command, Messages.column_slot, Messages.column_status,
                Messages.column_reason);
        return Stream.concat(Stream.of(head), transactions.stream().map(TransactionText::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Everything that is known of one. */
    static String details(Transaction transaction) {
        TraceEntry entry = transaction.entry();
        String slot = entry.slot().isPresent() ? NLS.bind(Messages.details_slot, entry.slot().getAsInt()) : "";
        String request = NLS.bind(Messages.details_request,
                new Object[] { entry.command() + slot, entry.data(), entry.requestLength() });
        String reply = NLS.bind(Messages.details_reply, status(entry), entry.responseLength());
        String times = NLS.bind(Messages.details_times, new Object[] { hostTime(entry.hostTime()),
                deviceTime(entry.deviceTime()), duration(entry.executionTime()) });
        String reason = entry.refusal().map(why -> NLS.bind(Messages.details_reason, why) + "\n").orElse("");
        return reason + String.join("\n", request, reply, times, Messages.details_redacted);
    }
}
