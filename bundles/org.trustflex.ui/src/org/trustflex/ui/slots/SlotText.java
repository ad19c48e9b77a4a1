package org.trustflex.ui.slots;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.eclipse.osgi.util.NLS;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotReport;
import org.trustflex.ui.Images;

/** The cells of the Slots view in words. */
final class SlotText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .withZone(ZoneId.systemDefault());
    private static final String TAB = "\t";

    private SlotText() {
    }

    /** A time of the clock on the wall. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** "valid", and "locked" with it if nobody can change it any more. */
    static String state(SlotReport report) {
        String word = report.state().word().replace('-', ' ');
        return report.locked() ? NLS.bind(Messages.state_locked, word) : word;
    }

    static Images stateImage(SlotReport report) {
        return switch (report.state()) {
            case EMPTY -> Images.SLOT_EMPTY;
            case SECRET -> Images.SLOT_SECRET;
            case VALID -> Images.SLOT_VALID;
            case INVALIDATED -> Images.SLOT_INVALIDATED;
            case DATA -> Images.SLOT_DATA;
            case PRIVATE_KEY -> Images.SLOT_PRIVATE_KEY;
        };
    }

    /** The certificate's name where there is one, else the fingerprint or the content in short. */
    static String device(SlotRow row) {
        return row.certificate().orElseGet(() -> row.report().summary());
    }

    /** The file with how it relates, short enough for a cell. */
    static String project(SlotRow row) {
        return row.comparison().map(SlotText::comparison).orElse("");
    }

    private static String comparison(SlotComparison comparison) {
        if (comparison.result() == Comparison.MISSING) {
            return NLS.bind(Messages.file_missing, comparison.fileName());
        }
        String words = NLS.bind(Messages.file_compared, comparison.fileName(), comparison.result().word());
        return comparison.proven().filter(time -> comparison.result() == Comparison.MATCHES)
                .map(time -> NLS.bind(Messages.file_proven, words, time(time))).orElse(words);
    }

    static Images comparisonImage(Comparison result) {
        return switch (result) {
            case MATCHES -> Images.MATCHES;
            case DIFFERS -> Images.DIFFERS;
            case UNKNOWN -> Images.UNKNOWN;
            case MISSING -> Images.MISSING;
        };
    }

    /** The row as text, for the clipboard: cells with tabs between them. */
    static String line(SlotRow row) {
        return String.join(TAB, String.valueOf(row.slot()), row.report().purpose().title(),
                row.report().policy().inWords(), state(row.report()), device(row), project(row));
    }
}
