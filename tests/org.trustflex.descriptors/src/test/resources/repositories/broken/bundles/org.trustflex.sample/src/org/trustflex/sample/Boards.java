package org.trustflex.sample;

/** What a descriptor may name. */
public final class Boards {

    private static final char QUOTE = '"';

    String title(boolean held, String kind) {
        return Messages.text(held ? "title.held" : "title.free", QUOTE) + Messages.text("kind." + kind)
                + Messages.text("count", format("a, b", 1), kind) + line("slot." + (held ? "a" : "b"));
    }

    private static String line(String key) {
        return Messages.text(key);
    }

    private static String format(String text, int number) {
        return text + number;
    }

    /** A class within a class. */
    public static final class Scan {
    }
}
