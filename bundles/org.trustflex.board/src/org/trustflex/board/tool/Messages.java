package org.trustflex.board.tool;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package. */
final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.trustflex.board.tool.messages");

    private Messages() {
    }

    static String text(String key, Object... arguments) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), arguments);
    }
}
