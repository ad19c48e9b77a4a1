package org.trustflex.firmware.flash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trustflex.board.mcu.ConsoleListener;

/** Cuts what a program prints into lines, and finds the last one that gives a status. Safe for several threads. */
final class ConsoleLines implements ConsoleListener {

    private static final Pattern STATUS = Pattern.compile(".*Execution completed with status ([0-9A-Fa-f]{2})\\b.*");

    private final StringBuilder begun = new StringBuilder();
    private final List<String> waiting = new ArrayList<>();
    private Optional<String> status = Optional.empty();

    @Override
    public synchronized void received(byte[] bytes) {
        for (char character : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (character == '\n') {
                end();
            } else if (character != '\r') {
                begun.append(character);
            }
        }
    }

    private void end() {
        Matcher matcher = STATUS.matcher(begun);
        if (matcher.matches()) {
            status = Optional.of(matcher.group(1).toUpperCase(Locale.ROOT));
        }
        waiting.add(begun.toString());
        begun.setLength(0);
    }

    synchronized Optional<String> status() {
        return status;
    }

    /** Hands the lines on that came since the last time. */
    void drainTo(Consumer<String> reader) {
        List<String> lines;
        synchronized (this) {
            lines = List.copyOf(waiting);
            waiting.clear();
        }
        lines.forEach(reader);
    }

    /** Hands on what is left, the line included that did not end. */
    void finish(Consumer<String> reader) {
        synchronized (this) {
            if (begun.length() > 0) {
                end();
            }
        }
        drainTo(reader);
    }
}
