package org.trustflex.firmware.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trustflex.firmware.build.CompilerMessage.Severity;

/** Reads, line by line, what make prints: messages of gcc and of the linker, and the sizes at the end. */
final class CompilerOutput {

    /** A drive letter may stand before the first colon on Windows. */
    private static final String FILE = "((?:[A-Za-z]:)?[^:\\s][^:]*)";
    private static final Pattern AT_COLUMN = Pattern
            .compile(FILE + ":(\\d+):(\\d+): (fatal error|error|warning|note): (.+)");
    private static final Pattern AT_LINE = Pattern.compile(FILE + ":(\\d+): (fatal error|error|warning|note)?:? ?(.+)");
    private static final Pattern LINKER = Pattern.compile(".*[/\\\\]ld(?:\\.exe)?: (?:" + FILE + ":(\\d+): )?(.+)");
    private static final Pattern CODED = Pattern.compile("\\u001b\\[[0-9;]*[mK]");
    private static final Pattern SIZES = Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+\\d+\\s+[0-9a-f]+\\s.*");

    private final Path folder;
    private final List<CompilerMessage> messages = new ArrayList<>();
    private Optional<ImageSize> size = Optional.empty();

    /** @param folder what relative paths are relative to */
    CompilerOutput(Path folder) {
        this.folder = folder;
    }

    void line(String coloured) {
        String line = CODED.matcher(coloured).replaceAll("");
        Matcher column = AT_COLUMN.matcher(line);
        Matcher linker = LINKER.matcher(line);
        Matcher plain = AT_LINE.matcher(line);
        Matcher sizes = SIZES.matcher(line);
        if (column.matches()) {
            add(column.group(1), number(column.group(2)), number(column.group(3)), severity(column.group(4)),
                    column.group(5));
        } else if (linker.matches()) {
            linker(linker);
        } else if (plain.matches() && !plain.group(1).startsWith("make")) {
            add(plain.group(1), number(plain.group(2)), 0, severity(plain.group(3)), plain.group(4));
        } else if (sizes.matches()) {
            int text = number(sizes.group(1));
            int data = number(sizes.group(2));
            size = Optional.of(new ImageSize(text + data, data + number(sizes.group(3))));
        }
    }

    /** What the linker says: it knows the line if the object file was compiled with debug information. */
    private void linker(Matcher found) {
        String message = found.group(3);
        if (message.contains("in function `") || message.startsWith("warning: creating")) {
            return;
        }
        boolean warns = message.startsWith("warning: ");
        String bare = warns ? message.substring("warning: ".length()) : message;
        String file = found.group(1);
        add(file == null ? "Makefile" : file, file == null ? 0 : number(found.group(2)), 0,
                warns ? Severity.WARNING : Severity.ERROR, bare);
    }

    private void add(String file, int line, int column, Severity severity, String message) {
        messages.add(new CompilerMessage(folder.resolve(file).normalize(), line, column, severity, message));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Severity severity(String word) {
        // Without a word: the linker, after gcc has passed its line on.
        return word == null || word.endsWith("error") ? Severity.ERROR
                : Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    List<CompilerMessage> messages() {
        return List.copyOf(messages);
    }

    Optional<ImageSize> size() {
        return size;
    }
}
