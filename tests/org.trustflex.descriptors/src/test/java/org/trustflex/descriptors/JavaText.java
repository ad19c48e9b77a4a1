package org.trustflex.descriptors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Java source, read as text for its string literals. It sees what a key is written as, not what it becomes: a key that is
 * put together from a literal and something else counts as the literal's prefix.
 *
 * @param source
 *            the text of one file, or of one argument
 */
record JavaText(String source) {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"");
    private static final Pattern PREFIX = Pattern.compile(LITERAL + "\\s*\\+");

    JavaText {
        // A quote as a character begins no string.
        source = source.replace("'\"'", "' '");
    }

    /** All string literals. */
    Stream<String> literals() {
        return LITERAL.matcher(source).results().map(found -> found.group(1));
    }

    /** The literals that something is appended to, here or, as their last dot tells, further on. */
    Stream<String> prefixes() {
        return Stream.concat(appendedTo(), literals().filter(literal -> literal.endsWith(".")));
    }

    private Stream<String> appendedTo() {
        return PREFIX.matcher(source).results().map(found -> found.group(1)).filter(prefix -> !prefix.isEmpty());
    }

    /** The literals that nothing is appended to, and that are appended to nothing. */
    Stream<String> keys() {
        return new JavaText(source.replaceAll("\\+\\s*" + LITERAL, "").replaceAll(PREFIX + "[^:,]*", "")).literals();
    }

    /** The first argument of each call whose text begins so. */
    List<JavaText> firstArgumentsOf(String call) {
        List<JavaText> arguments = new ArrayList<>();
        for (int at = source.indexOf(call); at >= 0; at = source.indexOf(call, at + 1)) {
            arguments.add(new JavaText(firstArgument(at + call.length())));
        }
        return arguments;
    }

    private String firstArgument(int start) {
        int depth = 0;
        boolean quoted = false;
        for (int at = start; at < source.length(); at++) {
            char character = source.charAt(at);
            if (character == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (character == ',' || character == ')') && depth == 0) {
                return source.substring(start, at);
            } else if (!quoted) {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            }
        }
        return source.substring(start);
    }
}
