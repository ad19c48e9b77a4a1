package org.trustflex.board;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package. */
final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.trustflex.board.messages");

    private Messages() {
    }

    static String text(String key, Object... arguments) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), arguments);
    }

    /** Why an operation on a file failed, where the exception's message is often the file's name alone. */
    static String reason(Exception failed) {
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
