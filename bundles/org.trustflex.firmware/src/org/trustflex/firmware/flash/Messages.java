package org.trustflex.firmware.flash;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package. */
final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.trustflex.firmware.flash.messages");

    private Messages() {
    }

    static String text(String key, Object... arguments) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), arguments);
    }
}
