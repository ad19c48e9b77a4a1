package org.trustflex.sample;

import java.util.ResourceBundle;

/** The texts of this package. */
final class Messages {

    private Messages() {
    }

    static String text(String key, Object... arguments) {
        return String.format(ResourceBundle.getBundle("org.trustflex.sample.messages").getString(key), arguments);
    }
}
