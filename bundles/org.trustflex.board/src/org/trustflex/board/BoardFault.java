package org.trustflex.board;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault of a simulated board that happens once.
 *
 * @param kind what happens
 * @param at   at which write or answer, counted from 1 since the board got its power
 */
public record BoardFault(FaultKind kind, long at) {

    private static final Pattern FORM = Pattern.compile("([a-z-]+)=([1-9][0-9]{0,8})");

    /** @throws IllegalArgumentException if the number is not at least 1 */
    public BoardFault {
        if (at < 1) {
            throw new IllegalArgumentException(String.valueOf(at));
        }
    }

    /** The fault in its text form, such as "drop-reply=7"; nothing if the text is none. */
    public static Optional<BoardFault> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? FaultKind.ofWord(form.group(1)).map(kind -> new BoardFault(kind, Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    /** The text form. */
    public String text() {
        return kind.word() + "=" + at;
    }
}
