package org.trustflex.kit.device;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a client, taken apart as the factory program does: it looks at the first letter of each word, whatever
 * its case, and the rest of a word may be anything.
 */
final class KitRequest {

    private static final Pattern FORM = Pattern.compile(
            "([^:()]++)(?:\\([0-9a-f]{8}\\))?:([^:()]++)(?::([^:()]*+))?\\(((?:[0-9a-f]{2})*+)\\)");

    private final String target;
    private final String command;
    private final String detail;
    private final byte[] data;

    private KitRequest(String target, String command, String detail, byte[] data) {
        this.target = target;
        this.command = command;
        this.detail = detail;
        this.data = data;
    }

    /** The request in a line, or nothing if the line has not the form of one. */
    static Optional<KitRequest> parse(String line) {
        Matcher matcher = FORM.matcher(line.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String detail = matcher.group(3) == null ? "" : matcher.group(3);
        byte[] data = HexFormat.of().parseHex(matcher.group(4));
        return Optional.of(new KitRequest(matcher.group(1), matcher.group(2), detail, data));
    }

    boolean isForBoard() {
        return target.startsWith("b");
    }

    /** Whatever kind the client names, it means the selected device. */
    boolean isForDevice() {
        return "ades".indexOf(target.charAt(0)) >= 0;
    }

    /** The command in lower case, at least one character. */
    String command() {
        return command;
    }

    /** The second word of a command of two, in lower case, or an empty string. */
    String detail() {
        return detail;
    }

    byte[] data() {
        return data.clone();
    }
}
